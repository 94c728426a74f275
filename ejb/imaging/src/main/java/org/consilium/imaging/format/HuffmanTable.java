package org.consilium.imaging.format;

/** A table of the codes in a JPEG's scans (ITU-T T.81, annex C), read bit by bit. */
final class HuffmanTable {

    private static final int LONGEST = 16;

    /** A table without codes. */
    static final HuffmanTable EMPTY = new HuffmanTable(new FileBytes(new byte[LONGEST]), 0);

    private final FileBytes bytes;
    private final int counts;
    private final int symbols;
    private final int length;

    /**
     * The table that is written at {@code at}: how many codes there are of each length, and the symbols in their order.
     */
    HuffmanTable(FileBytes bytes, int at) {
        this.bytes = bytes;
        this.counts = at;
        this.symbols = at + LONGEST;
        int codes = 0;
        for (int i = 0; i < LONGEST; i++) {
            codes += bytes.octet(at + i);
        }
        this.length = LONGEST + codes;
        bytes.require(at, length);
    }

    /** Of the written table, in bytes. */
    int length() {
        return length;
    }

    /**
     * The next symbol.
     *
     * @throws ScanBits.EndedException if there is no such code
     */
    int next(ScanBits bits) {
        int code = 0;
        int first = 0;
        int symbol = symbols;
        for (int i = 0; i < LONGEST; i++) {
            code = code << 1 | bits.next();
            int count = bytes.octet(counts + i);
            if (code - first < count) {
                return bytes.octet(symbol + code - first);
            }
            symbol += count;
            first = (first + count) << 1;
        }
        throw new ScanBits.EndedException();
    }
}
