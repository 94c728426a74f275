package org.consilium.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.consilium.server.ProbeEar;
import org.consilium.server.ServerProcess;

/**
 * Measures CPU time and Redis commands per request: of sessions in Redis, sessions in memory, just a GET and a SET, and
 * redisson-tomcat, one after the other and round by round in one run. Figures are for comparison within the run.
 */
public final class SessionBenchmark {
    private SessionBenchmark() {}

    /** Arguments: a folder for the results, the class path of the other server, and its source. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String peerJars = arguments[1];
        Path peerSource = Path.of(arguments[2]);
        try (Workspace workspace = Workspace.open(folder.resolve("back-ends"))) {
            RedisServer redis =
                    RedisServer.start(workspace, RedisSettings.defaults().withoutPersistence());
            redis.awaitReady();
            Path ear = ProbeEar.withSessions(folder);
            Map<String, String> environment = environment(redis);
            try (ServerProcess inRedis =
                            ServerProcess.start(folder, with(environment, "redis"), "--deploy", ear.toString());
                    ServerProcess encrypting =
                            ServerProcess.start(folder, encrypted(environment), "--deploy", ear.toString());
                    ServerProcess inMemory =
                            ServerProcess.start(folder, with(environment, "memory"), "--deploy", ear.toString());
                    Peer tomcat = Peer.start(peerJars, peerSource, folder.resolve("tomcat"), List.of());
                    Peer redisson = Peer.start(
                            peerJars, peerSource, folder.resolve("redisson"), List.of(Peer.settings(folder, redis)))) {
                inRedis.awaitLine("\"message\":\"ready\"");
                encrypting.awaitLine("\"message\":\"ready\"");
                inMemory.awaitLine("\"message\":\"ready\"");
                tomcat.awaitReady();
                redisson.awaitReady();
                Contestant memory = Contestant.base("memory", inMemory.handle(), inMemory.uri("/bench?count"));
                Contestant changed = redis("Redis, changed", inRedis, "/bench?count");
                Contestant encrypted = redis("Redis, encrypted", encrypting, "/bench?count");
                Contestant unchanged = redis("Redis, unchanged", inRedis, "/bench?read");
                Contestant encryptedUnchanged = redis("Redis, encrypted, unchanged", encrypting, "/bench?read");
                Contestant encryptedFile = redis("Redis, encrypted, static file", encrypting, "/file.txt");
                Contestant file = redis("Redis, static file", inRedis, "/file.txt");
                Contestant bare = new Contestant(
                        "bare GET + SET", inMemory.handle(), inMemory.uri("/bench?bare"), memory.name(), false);
                Contestant plain = Contestant.base("Tomcat, memory", tomcat.handle(), tomcat.uri());
                Contestant peer =
                        new Contestant("redisson-tomcat", redisson.handle(), redisson.uri(), plain.name(), false);
                List<Contestant> all = List.of(
                        memory,
                        changed,
                        encrypted,
                        unchanged,
                        encryptedUnchanged,
                        file,
                        encryptedFile,
                        bare,
                        plain,
                        peer);
                Comparison comparison = new Comparison(redis, 1);
                comparison.run(all, loads(all));
                double added = comparison.added(changed, all);
                System.out.println(comparison.table(all));
                System.out.printf(
                        "added by a changed session: %.2f x a bare GET + SET (goal 1.5), %.2f x redisson-tomcat (goal 0.1)%n",
                        added / comparison.added(bare, all), added / comparison.added(peer, all));
                System.out.printf(
                        "encrypted: %.2f x a changed session in clear (goal 1.05)%n",
                        comparison.added(encrypted, all) / added);
                System.out.println(Monitor.told(redis, List.of(changed, unchanged, file)));
            }
            redis.close();
        }
        // threads that start children would keep it waiting
        System.exit(0);
    }

    private static Map<String, String> environment(RedisServer redis) {
        Map<String, String> environment = new HashMap<>();
        redis.properties()
                .forEach((key, value) ->
                        environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("CONSILIUM_SESSION_KEYS", "none");
        environment.put("CONSILIUM_JAVA_OPTS", "-XX:+UseSerialGC");
        return environment;
    }

    private static Map<String, String> with(Map<String, String> environment, String sessions) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CONSILIUM_SESSIONS", sessions);
        return all;
    }

    private static Map<String, String> encrypted(Map<String, String> environment) {
        Map<String, String> all = with(environment, "redis");
        all.put("CONSILIUM_SESSION_KEYS", "a-key-for-sessions-of-the-benchmark");
        return all;
    }

    private static Contestant redis(String name, ServerProcess server, String path) {
        return new Contestant(name, server.handle(), server.uri(path), "memory", true);
    }

    private static List<Load> loads(List<Contestant> contestants) throws IOException, InterruptedException {
        List<Load> loads = new ArrayList<>();
        for (Contestant contestant : contestants) {
            loads.add(Load.ofStrangers(contestant.address()));
        }
        return loads;
    }
}
