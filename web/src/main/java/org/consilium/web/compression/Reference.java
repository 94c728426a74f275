package org.consilium.web.compression;

/** How DEFLATE writes that bytes occurred before: their number, and how far back (RFC 1951, 3.2.5). */
final class Reference {

    private static final int[] LENGTHS = bases(3, 28, 8, 4);
    private static final int[] DISTANCES = bases(1, 30, 4, 2);

    /** The greatest length has a code of its own. */
    private static final int LONGEST = 258;

    private static final int CODE_OF_LONGEST = 28;

    private Reference() {}

    /** The least value of each code: the number of extra bits grows after every few. */
    private static int[] bases(int first, int count, int plain, int step) {
        int[] bases = new int[count];
        int base = first;
        for (int code = 0; code < count; code++) {
            bases[code] = base;
            base += 1 << extra(code, plain, step);
        }
        return bases;
    }

    private static int extra(int code, int plain, int step) {
        return code < plain ? 0 : code / step - 1;
    }

    static void write(int length, int distance, BitOutput output) {
        if (length == LONGEST) {
            PageCode.symbols().write(PageCode.LENGTHS + CODE_OF_LONGEST, output);
        } else {
            int code = code(LENGTHS, length);
            PageCode.symbols().write(PageCode.LENGTHS + code, output);
            output.write(length - LENGTHS[code], extra(code, 8, 4));
        }
        int code = code(DISTANCES, distance);
        PageCode.distances().write(code, output);
        output.write(distance - DISTANCES[code], extra(code, 4, 2));
    }

    private static int code(int[] bases, int value) {
        int code = bases.length - 1;
        while (bases[code] > value) {
            code--;
        }
        return code;
    }
}
