package org.consilium.server.session;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/** A request's right to change a session; it ends by itself unless it is renewed. */
final class Lease {
    /** Of this process alone, whatever other process there is or was. */
    private static final String NODE = Long.toHexString(UUID.randomUUID().getLeastSignificantBits());

    private static final AtomicLong NUMBER = new AtomicLong();

    private final SessionKey key;
    private final byte[] token;
    private final long begin = System.nanoTime();
    private int saves;

    Lease(SessionKey key) {
        this.key = key;
        this.token = RedisScripts.bytes(NODE + ":" + NUMBER.incrementAndGet());
    }

    SessionKey key() {
        return key;
    }

    byte[] token() {
        return token.clone();
    }

    /** The name of the next save under this lease; one that Redis sees twice was sent twice. */
    String nextSave() {
        return new String(token, StandardCharsets.UTF_8) + ":" + ++saves;
    }

    long ageNanos() {
        return System.nanoTime() - begin;
    }
}
