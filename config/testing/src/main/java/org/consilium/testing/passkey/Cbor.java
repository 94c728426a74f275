package org.consilium.testing.passkey;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Writes the few kinds of CBOR that an authenticator sends (RFC 8949, section 3). */
final class Cbor {

    private static final int NEGATIVE = 1;
    private static final int BYTES = 2;
    private static final int TEXT = 3;
    private static final int MAP = 5;

    private static final int MAJOR_SHIFT = 5;
    private static final int MAX_SHORT = 23;
    private static final int ONE_BYTE = 24;
    private static final int TWO_BYTES = 25;

    private Cbor() {}

    /** Of keys and values, in turn. */
    static byte[] map(byte[]... entries) {
        return join(head(MAP, entries.length / 2), join(entries));
    }

    static byte[] integer(int value) {
        return value < 0 ? head(NEGATIVE, -1 - value) : head(0, value);
    }

    static byte[] bytes(byte[] value) {
        return join(head(BYTES, value.length), value);
    }

    static byte[] text(String value) {
        byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
        return join(head(TEXT, utf8.length), utf8);
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] head(int major, int value) {
        int first = major << MAJOR_SHIFT;
        if (value <= MAX_SHORT) {
            return new byte[] {(byte) (first | value)};
        }
        return value < 1 << Byte.SIZE
                ? new byte[] {(byte) (first | ONE_BYTE), (byte) value}
                : new byte[] {(byte) (first | TWO_BYTES), (byte) (value >> Byte.SIZE), (byte) value};
    }
}
