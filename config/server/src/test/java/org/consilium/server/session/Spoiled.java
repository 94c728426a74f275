package org.consilium.server.session;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** An object whose deserialization fails in a given way. */
final class Spoiled implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The ways to fail. */
    enum Failure {
        RUNTIME_EXCEPTION,
        LINKAGE_ERROR,
        STACK_OVERFLOW
    }

    private final Failure failure;

    Spoiled(Failure failure) {
        this.failure = failure;
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        switch (failure) {
            case RUNTIME_EXCEPTION -> throw new IllegalStateException("a rule of this version");
            case LINKAGE_ERROR -> throw new NoClassDefFoundError("org/consilium/Gone");
            case STACK_OVERFLOW -> deeper();
        }
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack is full
    private static void deeper() {
        deeper();
    }

    /** Serialized bytes with the name of a class replaced by another of the same length. */
    static byte[] renamed(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
