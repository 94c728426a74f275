package org.consilium.web.compression;

import java.util.Arrays;

/** Bytes that are written bit by bit, the lowest bit first, as DEFLATE has them. */
final class BitOutput {

    private byte[] bytes;
    private int size;
    private long pending;
    private int count;

    BitOutput(int capacity) {
        bytes = new byte[capacity];
    }

    /** Appends up to 32 bits. */
    void write(int value, int bits) {
        pending |= (value & 0xFFFF_FFFFL) << count;
        count += bits;
        while (count >= Byte.SIZE) {
            append((byte) pending);
            pending >>>= Byte.SIZE;
            count -= Byte.SIZE;
        }
    }

    /** Fills up the last byte. */
    void align() {
        if (count > 0) {
            append((byte) pending);
            pending = 0;
            count = 0;
        }
    }

    private void append(byte value) {
        if (size == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * size);
        }
        bytes[size++] = value;
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, size);
    }
}
