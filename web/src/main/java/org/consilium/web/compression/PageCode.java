package org.consilium.web.compression;

import java.util.Arrays;

/**
 * A Huffman code of DEFLATE (RFC 1951) that is the same for every page. A code made for a page would tell, by the
 * length of the whole, how often its letters occur.
 *
 * <p>The lengths were counted over the pages of the demo. Any complete code would do: another one costs only bytes.
 */
final class PageCode {

    static final int END = 256;
    static final int LENGTHS = 257;

    private static final int LONGEST = 15;

    /** For each literal, then the end, then each length (RFC 1951, 3.2.5): bits of its code, in hexadecimal. */
    private static final String SYMBOLS = "fffffffffeafffffffffffffffffffff4c6cf9afbbfc867667787878788a777a"
            + "f8a8989a98aa989989988a99a9affff9f47564766587565468554677879bfbff"
            + "affffffffffffffffffcfffffefffffffcffffcffdfffdfcfcfdfffbffffffff"
            + "ffbaffffffffffffffffffffffffffffffafffffffffffffffffffffffffffff"
            + "cf6677778788989a9a9ab97cbebcfc";

    /** For each distance. */
    private static final String DISTANCES = "8bbb9776564544454534454546567b";

    private static final PageCode OF_SYMBOLS = new PageCode(SYMBOLS);
    private static final PageCode OF_DISTANCES = new PageCode(DISTANCES);

    private final int[] bits;
    private final int[] codes;

    /**
     * Assigns codes by their lengths (RFC 1951, 3.2.2), reversed as they are written.
     *
     * @param lengths a hexadecimal digit for each symbol
     */
    PageCode(String lengths) {
        bits = lengths.chars().map(digit -> Character.digit(digit, 16)).toArray();
        codes = new int[bits.length];
        int code = 0;
        for (int length = 1; length <= LONGEST; length++) {
            code <<= 1;
            for (int symbol = 0; symbol < bits.length; symbol++) {
                if (bits[symbol] == length) {
                    codes[symbol] = Integer.reverse(code++) >>> (Integer.SIZE - length);
                }
            }
        }
    }

    static PageCode symbols() {
        return OF_SYMBOLS;
    }

    static PageCode distances() {
        return OF_DISTANCES;
    }

    void write(int symbol, BitOutput output) {
        output.write(codes[symbol], bits[symbol]);
    }

    int[] lengths() {
        return Arrays.copyOf(bits, bits.length);
    }

    /** Whether each sequence of bits means something: the sum of 2^-length is 1 (Kraft). */
    boolean isComplete() {
        return Arrays.stream(bits)
                        .filter(length -> length > 0)
                        .map(length -> 1 << (LONGEST - length))
                        .sum()
                == 1 << LONGEST;
    }
}
