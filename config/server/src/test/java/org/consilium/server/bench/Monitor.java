package org.consilium.server.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.consilium.local.redis.RedisConnection;
import org.consilium.local.redis.RedisServer;

/**
 * Lists what one request sends to Redis, in order (MONITOR). A line is a message and its answer; commands that a script
 * calls within Redis are indented and cost no round trip.
 */
public final class Monitor {
    private static final String END = "the request is over";
    private static final String LEASES = "consilium:session:*:lease";
    private static final int WIDTH = 110;

    private Monitor() {}

    /** One paragraph per contestant, for a person who has a session. */
    public static String told(RedisServer redis, List<Contestant> contestants)
            throws IOException, InterruptedException {
        StringBuilder text = new StringBuilder(String.format("what one request sends to Redis:%n"));
        for (Contestant contestant : contestants) {
            text.append(contestant.name()).append(System.lineSeparator());
            try (Load known = Load.ofStrangers(contestant.address())) {
                for (String line : lines(redis, known)) {
                    text.append(line).append(System.lineSeparator());
                }
            }
        }
        return text.toString();
    }

    private static List<String> lines(RedisServer redis, Load known) throws IOException, InterruptedException {
        try (RedisConnection ear = redis.connect();
                RedisConnection mouth = redis.connect()) {
            ear.send("MONITOR");
            known.once();
            // the lease is released in parallel with the response
            while (!List.of().equals(mouth.send("KEYS", LEASES))) {
                Thread.onSpinWait();
            }
            mouth.send("ECHO", END);
            List<String> lines = new ArrayList<>();
            for (String line = next(ear); !line.contains(END); line = next(ear)) {
                if (!line.contains(LEASES)) {
                    lines.add(shown(line));
                }
            }
            return lines;
        }
    }

    private static String next(RedisConnection ear) {
        return Objects.toString(ear.next());
    }

    /** Without time and client. */
    private static String shown(String line) {
        String command = line.substring(line.indexOf(']') + 2);
        String text = (line.contains(" lua]") ? "    " : "  ") + command;
        return text.length() > WIDTH ? text.substring(0, WIDTH) + "..." : text;
    }
}
