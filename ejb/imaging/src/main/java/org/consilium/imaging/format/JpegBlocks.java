package org.consilium.imaging.format;

/**
 * Reads over the blocks of one component in one scan of a JPEG (ITU-T T.81, F.2.2 and G.1.2). In a progressive JPEG,
 * the coefficients that are not zero decide how later scans are to be read, so they are remembered.
 */
final class JpegBlocks {

    private static final int COEFFICIENTS = 64;
    private static final int LONG_RUN = 15;

    private final JpegFrame frame;
    private final Spectrum spectrum;
    private final HuffmanTable dc;
    private final HuffmanTable ac;
    private final long[] nonZero;
    private int emptyBlocks;

    /**
     * The coefficients that a scan has.
     *
     * @param first of 64
     * @param last of 64
     * @param refining whether it only adds a bit to those that an earlier scan has begun
     */
    record Spectrum(int first, int last, boolean refining) {}

    /** @param nonZero a bit for each coefficient of each block of the component */
    JpegBlocks(JpegFrame frame, Spectrum spectrum, HuffmanTable dc, HuffmanTable ac, long[] nonZero) {
        this.frame = frame;
        this.spectrum = spectrum;
        this.dc = dc;
        this.ac = ac;
        this.nonZero = nonZero;
    }

    /** Behind a restart marker, nothing is left of a run. */
    void restart() {
        emptyBlocks = 0;
    }

    /** Reads over the next block. */
    void read(ScanBits bits, int block) {
        if (!frame.progressive()) {
            bits.next(dc.next(bits));
            readSequential(bits);
        } else if (spectrum.first() == 0) {
            bits.next(spectrum.refining() ? 1 : dc.next(bits));
        } else if (spectrum.refining()) {
            refine(bits, block);
        } else {
            begin(bits, block);
        }
    }

    private void readSequential(ScanBits bits) {
        int at = 1;
        while (at < COEFFICIENTS) {
            int symbol = ac.next(bits);
            int run = symbol >> 4;
            int size = symbol & 0xF;
            if (size == 0 && run < LONG_RUN) {
                return;
            }
            at += run + 1;
            bits.next(size);
        }
    }

    private void begin(ScanBits bits, int block) {
        int at = spectrum.first();
        while (emptyBlocks == 0 && at <= spectrum.last()) {
            int symbol = ac.next(bits);
            int run = symbol >> 4;
            int size = symbol & 0xF;
            if (size == 0 && run < LONG_RUN) {
                emptyBlocks = emptyBlocks(bits, run);
            } else {
                at += run;
                if (size > 0) {
                    mark(block, at);
                    bits.next(size);
                }
                at++;
            }
        }
        emptyBlocks = Math.max(0, emptyBlocks - 1);
    }

    private void refine(ScanBits bits, int block) {
        int at = spectrum.first();
        while (emptyBlocks == 0 && at <= spectrum.last()) {
            int symbol = ac.next(bits);
            int run = symbol >> 4;
            boolean begins = (symbol & 0xF) != 0;
            if (!begins && run < LONG_RUN) {
                emptyBlocks = emptyBlocks(bits, run);
            } else {
                bits.next(begins ? 1 : 0);
                at = skip(bits, block, at, run);
                if (begins) {
                    mark(block, at);
                }
                at++;
            }
        }
        if (emptyBlocks > 0) {
            skip(bits, block, at, COEFFICIENTS);
            emptyBlocks--;
        }
    }

    /** Reads a bit for each coefficient that is not zero; ends at the zero behind {@code zeros} others. */
    private int skip(ScanBits bits, int block, int from, int zeros) {
        int left = zeros;
        int at = from;
        while (at <= spectrum.last()) {
            if ((nonZero[block] >> at & 1) == 1) {
                bits.next();
            } else if (left == 0) {
                return at;
            } else {
                left--;
            }
            at++;
        }
        return at;
    }

    private static int emptyBlocks(ScanBits bits, int run) {
        return (1 << run) + bits.next(run);
    }

    private void mark(int block, int coefficient) {
        if (coefficient >= COEFFICIENTS) {
            throw new ScanBits.EndedException();
        }
        nonZero[block] |= 1L << coefficient;
    }
}
