package org.consilium.server.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;

/**
 * Measures contestants one after the other and round by round in one run, so that any other load of the machine affects
 * all of them: the CPU time of the server and of Redis, and the commands sent to Redis, each per request.
 */
public final class Comparison {
    private static final int WARM = 20_000;
    private static final int MEASURED = 12_000;
    private static final int ROUNDS = 3;
    private static final Pattern CALLS = Pattern.compile("cmdstat_(\\w+):calls=(\\d+)");
    /** Redis also counts the commands that scripts call; these are the ones that a client sends. */
    private static final List<String> SENT = List.of(
            "evalsha",
            "eval",
            "get",
            "set",
            "mget",
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
    private final int share;

    /** @param share how many requests of the usual 20,000 to get warm are enough: 1 for all, 4 for a quarter */
    public Comparison(RedisServer redis, int share) {
        this.redis = redis;
        this.share = share;
    }

    /** Warms up all contestants, and measures. The loads are those of the contestants, in the same order. */
    public void run(List<Contestant> contestants, List<Load> loads)
            throws IOException, InterruptedException, ExecutionException {
        for (Load load : loads) {
            load.run(WARM / share);
        }
        for (int round = 0; round < ROUNDS; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                measure(contestants.get(i), loads.get(i));
            }
        }
    }

    private void measure(Contestant contestant, Load load) throws InterruptedException, ExecutionException {
        ProcessHandle store = ProcessHandle.of(redis.process().pid()).orElseThrow();
        try (RedisConnection connection = redis.connect()) {
            connection.send("CONFIG", "RESETSTAT");
            long server = contestant.cpuMillis();
            long used = cpuMillis(store);
            load.run(MEASURED / share);
            String name = contestant.name();
            serverMillis.merge(name, contestant.cpuMillis() - server, Long::sum);
            redisMillis.merge(name, cpuMillis(store) - used, Long::sum);
            requests.merge(name, MEASURED / share, Integer::sum);
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

    /** Microseconds of the server's CPU time per request. */
    public double micros(Contestant contestant) {
        return micros(serverMillis, contestant);
    }

    /** The additional cost of a contestant over its base. */
    public double added(Contestant contestant, List<Contestant> all) {
        return micros(contestant)
                - all.stream()
                        .filter(other -> other.name().equals(contestant.base()))
                        .mapToDouble(this::micros)
                        .findFirst()
                        .orElseThrow();
    }

    /** One line per contestant. */
    public String table(List<Contestant> contestants) {
        StringBuilder table = new StringBuilder(String.format(
                "%n%-28s %12s %12s %14s  %s%n",
                "", "server \u00b5s", "added \u00b5s", "Redis CPU \u00b5s", "commands"));
        for (Contestant contestant : contestants) {
            table.append(String.format(
                    "%-28s %12.0f %12.0f %14.0f  %s%n",
                    contestant.name(),
                    micros(contestant),
                    added(contestant, contestants),
                    micros(redisMillis, contestant),
                    commandsOf(contestant)));
        }
        return table.toString();
    }

    private double micros(Map<String, Long> millis, Contestant contestant) {
        String name = contestant.name();
        return 1000.0 * millis.getOrDefault(name, 0L) / requests.getOrDefault(name, 1);
    }

    /** The number of each command per request, without those that scripts call if there are only scripts. */
    private String commandsOf(Contestant contestant) {
        Map<String, Long> counted = commands.getOrDefault(contestant.name(), Map.of());
        int count = requests.getOrDefault(contestant.name(), 1);
        List<String> parts = new ArrayList<>();
        for (String command : contestant.scriptsOnly() ? List.of("evalsha", "mget") : SENT) {
            long calls = counted.getOrDefault(command, 0L);
            if (calls > count / 100) {
                parts.add(String.format("%.2f %s", (double) calls / count, command));
            }
        }
        return parts.isEmpty() ? "none" : String.join(", ", parts);
    }
}
