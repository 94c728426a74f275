package org.consilium.imaging.format;

import java.io.Serial;

/** The bits of a JPEG's scan (ITU-T T.81, F.2.2.5), up to the next marker. */
final class ScanBits {

    private static final int MARKER = 0xFF;

    private final FileBytes bytes;
    private final int end;
    private int at;
    private int octet;
    private int left;

    /** The data from {@code from} up to, not including, {@code end}, where a marker stands. */
    ScanBits(FileBytes bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** The next bit, from 0 to 1. */
    int next() {
        if (left == 0) {
            fill();
        }
        left--;
        return octet >> left & 1;
    }

    /** The next bits as a number. */
    int next(int count) {
        int number = 0;
        for (int i = 0; i < count; i++) {
            number = number << 1 | next();
        }
        return number;
    }

    /** Leaves out what is left of a byte, and goes on behind the restart marker that must follow. */
    void restart() {
        left = 0;
        while (at < end - 1 && bytes.octet(at) == MARKER && bytes.octet(at + 1) == MARKER) {
            at++;
        }
        if (at > end - 2 || bytes.octet(at) != MARKER || (bytes.octet(at + 1) & 0xF8) != 0xD0) {
            throw new EndedException();
        }
        at += 2;
    }

    /** A zero behind a byte of ones says that it is no marker. */
    private void fill() {
        if (at >= end) {
            throw new EndedException();
        }
        octet = bytes.octet(at);
        at++;
        if (octet == MARKER) {
            if (at >= end || bytes.octet(at) != 0) {
                throw new EndedException();
            }
            at++;
        }
        left = Byte.SIZE;
    }

    /** The data has ended or makes no sense, so what should follow is missing. */
    static final class EndedException extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        EndedException() {
            super("the data of the scan has ended", null, false, false);
        }
    }
}
