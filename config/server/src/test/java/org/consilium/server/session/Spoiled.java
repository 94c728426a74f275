package org.consilium.server.session;

import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.Serial;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;

/** An object that fails when it is read, in the way it was given. */
final class Spoiled implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    /** What happens to it. */
    enum Way {
        RUNTIME_EXCEPTION,
        LINKAGE_ERROR,
        STACK_OVERFLOW
    }

    private final Way way;

    Spoiled(Way way) {
        this.way = way;
    }

    @Serial
    private void readObject(ObjectInputStream in) throws IOException, ClassNotFoundException {
        in.defaultReadObject();
        switch (way) {
            case RUNTIME_EXCEPTION -> throw new IllegalStateException("a rule of this version");
            case LINKAGE_ERROR -> throw new NoClassDefFoundError("org/consilium/Gone");
            case STACK_OVERFLOW -> deeper();
        }
    }

    @SuppressWarnings("InfiniteRecursion") // until the stack is full
    private static void deeper() {
        deeper();
    }

    /** Bytes of a session in which the name of a class, of the same length, is another. */
    static byte[] renamed(byte[] bytes, String from, String to) {
        return new String(bytes, StandardCharsets.ISO_8859_1).replace(from, to).getBytes(StandardCharsets.ISO_8859_1);
    }
}
