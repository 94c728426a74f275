package org.consilium.server.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.local.Workspace;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.redis.RedisSettings;
import org.consilium.server.ProbeEar;
import org.consilium.server.ServerProcess;

/**
 * Measures CPU and Redis commands a request, of sessions in Redis beside those in memory, a bare GET and SET, and
 * redisson-tomcat, one after the other and round by round in one run. Figures are for comparison within the run.
 */
public final class SessionBenchmark {
    private static final int WARM = 20_000;
    private static final int MEASURED = 12_000;
    private static final int ROUNDS = 3;
    private static final Pattern CALLS = Pattern.compile("cmdstat_(\\w+):calls=(\\d+)");
    /** What scripts call inside counts as well; these are what a client sends. */
    private static final List<String> SENT = List.of(
            "evalsha",
            "eval",
            "get",
            "set",
            "hgetall",
            "hmget",
            "hget",
            "publish",
            "hset",
            "hmset",
            "pexpire",
            "expire",
            "expireat",
            "pexpireat",
            "exists",
            "del",
            "zadd");

    private final Map<String, Integer> requests = new LinkedHashMap<>();
    private final Map<String, Long> serverMillis = new HashMap<>();
    private final Map<String, Long> redisMillis = new HashMap<>();
    private final Map<String, Map<String, Long>> commands = new HashMap<>();
    private final RedisServer redis;

    private SessionBenchmark(RedisServer redis) {
        this.redis = redis;
    }

    /** Takes a folder for what it writes, the peer's class path, and the peer's source. */
    public static void main(String[] arguments) throws IOException, InterruptedException, ExecutionException {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        String peerJars = arguments[1];
        Path peerSource = Path.of(arguments[2]);
        try (Workspace workspace = Workspace.open(folder.resolve("back-ends"))) {
            RedisServer redis =
                    RedisServer.start(workspace, RedisSettings.kept().withoutPersistence());
            redis.awaitReady();
            Path ear = ProbeEar.withSessions(folder);
            Map<String, String> environment = environment(redis);
            try (ServerProcess inRedis =
                            ServerProcess.start(folder, with(environment, "redis"), "--deploy", ear.toString());
                    ServerProcess inMemory =
                            ServerProcess.start(folder, with(environment, "memory"), "--deploy", ear.toString());
                    Peer tomcat = Peer.start(peerJars, peerSource, folder.resolve("tomcat"), List.of());
                    Peer redisson = Peer.start(
                            peerJars, peerSource, folder.resolve("redisson"), List.of(Peer.settings(folder, redis)))) {
                inRedis.awaitLine("\"message\":\"ready\"");
                inMemory.awaitLine("\"message\":\"ready\"");
                tomcat.awaitReady();
                redisson.awaitReady();
                SessionBenchmark benchmark = new SessionBenchmark(redis);
                benchmark.measure(List.of(
                        new Contestant("memory", inMemory.handle(), inMemory.uri("/bench?count"), "memory"),
                        new Contestant("Redis, changed", inRedis.handle(), inRedis.uri("/bench?count"), "memory"),
                        new Contestant("Redis, unchanged", inRedis.handle(), inRedis.uri("/bench?read"), "memory"),
                        new Contestant("Redis, static file", inRedis.handle(), inRedis.uri("/file.txt"), "memory"),
                        new Contestant("bare GET + SET", inMemory.handle(), inMemory.uri("/bench?bare"), "memory"),
                        new Contestant("Tomcat, memory", tomcat.handle(), tomcat.uri(), "Tomcat, memory"),
                        new Contestant("redisson-tomcat", redisson.handle(), redisson.uri(), "Tomcat, memory")));
                System.out.println(benchmark.table());
            }
            redis.close();
        }
        // in Maven's own process: threads that start children would keep it waiting
        System.exit(0);
    }

    private static Map<String, String> environment(RedisServer redis) {
        Map<String, String> environment = new HashMap<>();
        redis.properties()
                .forEach((key, value) ->
                        environment.put(key.toUpperCase(Locale.ROOT).replace('.', '_'), value));
        environment.put("CONSILIUM_JAVA_OPTS", "-XX:+UseSerialGC");
        return environment;
    }

    private static Map<String, String> with(Map<String, String> environment, String sessions) {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CONSILIUM_SESSIONS", sessions);
        return all;
    }

    private void measure(List<Contestant> contestants) throws IOException, InterruptedException, ExecutionException {
        List<Load> loads = new ArrayList<>();
        for (Contestant contestant : contestants) {
            Load load = new Load(contestant.address());
            load.run(WARM);
            loads.add(load);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                measure(contestants.get(i), loads.get(i));
            }
        }
        loads.forEach(Load::close);
    }

    private void measure(Contestant contestant, Load load) throws InterruptedException, ExecutionException {
        ProcessHandle store = ProcessHandle.of(redis.process().pid()).orElseThrow();
        try (RedisConnection connection = redis.connect()) {
            connection.send("CONFIG", "RESETSTAT");
            long server = contestant.cpuMillis();
            long used = cpuMillis(store);
            load.run(MEASURED);
            String name = contestant.name();
            serverMillis.merge(name, contestant.cpuMillis() - server, Long::sum);
            redisMillis.merge(name, cpuMillis(store) - used, Long::sum);
            requests.merge(name, MEASURED, Integer::sum);
            Matcher calls = CALLS.matcher(Objects.toString(connection.send("INFO", "commandstats")));
            while (calls.find()) {
                commands.computeIfAbsent(name, unused -> new HashMap<>())
                        .merge(calls.group(1), Long.parseLong(calls.group(2)), Long::sum);
            }
        }
    }

    private static long cpuMillis(ProcessHandle process) {
        return process.info().totalCpuDuration().orElseThrow().toMillis();
    }

    private String table() {
        StringBuilder table = new StringBuilder(
                String.format("%n%-20s %12s %12s %14s  %s%n", "", "server µs", "added µs", "Redis CPU µs", "commands"));
        double memory = micros(serverMillis, "memory");
        double tomcat = micros(serverMillis, "Tomcat, memory");
        for (String name : requests.keySet()) {
            double base = name.contains("omcat") ? tomcat : memory;
            double own = micros(serverMillis, name);
            table.append(String.format(
                    "%-20s %12.0f %12.0f %14.0f  %s%n",
                    name, own, own - base, micros(redisMillis, name), commandsOf(name)));
        }
        double bare = micros(serverMillis, "bare GET + SET") - memory;
        double ours = micros(serverMillis, "Redis, changed") - memory;
        double peer = micros(serverMillis, "redisson-tomcat") - tomcat;
        return table.append(String.format(
                        "%nadded by a changed session: %.2f x a bare GET + SET (goal 1.5), %.2f x redisson-tomcat (goal 0.1)%n",
                        ours / bare, ours / peer))
                .toString();
    }

    private int count(String name) {
        return requests.getOrDefault(name, 1);
    }

    private double micros(Map<String, Long> millis, String name) {
        return 1000.0 * millis.getOrDefault(name, 0L) / count(name);
    }

    /** How many of each a request has sent; commands that a script of its own calls are left out. */
    private String commandsOf(String name) {
        Map<String, Long> counted = commands.getOrDefault(name, Map.of());
        boolean scripts = counted.containsKey("evalsha") && name.startsWith("Redis");
        List<String> parts = new ArrayList<>();
        for (String command : scripts ? List.of("evalsha") : SENT) {
            long calls = counted.getOrDefault(command, 0L);
            if (calls > count(name) / 100) {
                parts.add(String.format("%.2f %s", (double) calls / count(name), command));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}
