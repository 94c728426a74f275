package org.consilium.server.session.store;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A request's right to change a session. It expires unless it is renewed. */
public final class Lease {
    /** How long the lease of a request that died delays the next one. */
    public static final Duration TTL = Duration.ofMillis(2500);

    /** Unique to this process. */
    private static final String NODE = Long.toHexString(UUID.randomUUID().getLeastSignificantBits());

    private static final AtomicLong NUMBER = new AtomicLong();

    private final SessionKey key;
    private final byte[] token;
    private final long begin = System.nanoTime();
    private int saves;

    public Lease(SessionKey key) {
        this.key = key;
        this.token = RedisScripts.bytes(NODE + ":" + NUMBER.incrementAndGet());
    }

    public SessionKey key() {
        return key;
    }

    byte[] token() {
        return token.clone();
    }

    /** The version that the next save under this lease writes. If Redis sees it twice, the same save was sent twice. */
    public String nextVersion() {
        return new String(token, StandardCharsets.UTF_8) + ":" + ++saves;
    }

    long ageNanos() {
        return System.nanoTime() - begin;
    }
}
