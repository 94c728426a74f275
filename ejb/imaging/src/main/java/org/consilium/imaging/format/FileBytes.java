package org.consilium.imaging.format;

import java.util.Arrays;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;

/** A file in memory, read by position; reading beyond its end refuses it as truncated. */
final class FileBytes {

    private final byte[] bytes;

    FileBytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int octet(int at) {
        require(at, 1);
        return bytes[at] & 0xFF;
    }

    /**
     * Whether a marker stands at {@code at} that ends the data of a JPEG's scan (ITU-T T.81, B.1.1.2): a zero behind it
     * would say that it is none, and restart markers are part of the data.
     */
    boolean endsScan(int at) {
        int next = octet(at + 1);
        return octet(at) == 0xFF && next != 0 && next != 0xFF && (next & 0xF8) != 0xD0;
    }

    /** Two bytes, the most significant one first. */
    int big16(int at) {
        return octet(at) << 8 | octet(at + 1);
    }

    /** Four bytes, the most significant one first. */
    long big32(int at) {
        return (long) big16(at) << 16 | big16(at + 2);
    }

    /** Two bytes, the least significant one first. */
    int little16(int at) {
        return octet(at) | octet(at + 1) << 8;
    }

    /** Three bytes, the least significant one first. */
    int little24(int at) {
        return little16(at) | octet(at + 2) << 16;
    }

    /** Four bytes, the least significant one first. */
    long little32(int at) {
        return little24(at) | (long) octet(at + 3) << 24;
    }

    /** Whether these characters, one byte each, stand at {@code at}. */
    boolean has(int at, String expected) {
        if (at > bytes.length - expected.length()) {
            return false;
        }
        for (int i = 0; i < expected.length(); i++) {
            if ((bytes[at + i] & 0xFF) != expected.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    byte[] copy(int from, int to) {
        require(from, to - from);
        return Arrays.copyOfRange(bytes, from, to);
    }

    /** Makes sure that {@code length} bytes follow from {@code at} on. */
    void require(int at, long length) {
        if (length < 0 || at + length > bytes.length) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
    }
}
