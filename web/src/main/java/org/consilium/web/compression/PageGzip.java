package org.consilium.web.compression;

import java.util.zip.CRC32;

/**
 * Compresses a page to gzip (RFC 1952) so that the length tells nothing about its content.
 *
 * <p>An attacker who can add text to a page, and sees its compressed length, finds out the rest of it letter by letter:
 * text that repeats a secret makes it shorter (BREACH, https://breachattack.com). Here only markup is replaced by a
 * reference to where it occurred before ({@link MarkupScanner}). Everything else is written letter by letter in a code
 * that is always the same ({@link PageCode}): how much a text adds to the length does not depend on any other text.
 */
final class PageGzip {

    private static final int HASH_BITS = 13;
    private static final int HASHED = 4;

    /** Fibonacci hashing: 2^32 divided by the golden ratio. */
    private static final int MULTIPLIER = 0x9E3779B1;

    private static final int MOST_TRIES = 4;
    private static final int WINDOW = 32768;
    private static final int LONGEST = 258;
    private static final int HEADER = 400;

    private static final int[] GZIP = {0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff};
    private static final int LAST_BLOCK_WITH_OWN_CODE = 0b101;

    /** The order of the lengths of the code for lengths (RFC 1951, 3.2.7); all 16 lengths get a code of 4 bits. */
    private static final int[] ORDER = {16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15};

    private static final PageCode CODE_OF_LENGTHS = new PageCode("4444444444444444");

    private final byte[] page;
    private final int length;
    private final boolean[] markup;
    private final int[] latest = new int[1 << HASH_BITS];
    private final int[] former;
    private final BitOutput output;

    private PageGzip(byte[] page, int length) {
        this.page = page;
        this.length = length;
        markup = MarkupScanner.markup(page, length);
        former = new int[length];
        output = new BitOutput(HEADER + length / 2);
    }

    /** Compresses the first bytes of a page in UTF-8. */
    static byte[] compress(byte[] page, int length) {
        return new PageGzip(page, length).compressed();
    }

    private byte[] compressed() {
        for (int value : GZIP) {
            output.write(value, Byte.SIZE);
        }
        writeCode();
        writePage();
        PageCode.symbols().write(PageCode.END, output);
        output.align();
        CRC32 checksum = new CRC32();
        checksum.update(page, 0, length);
        output.write((int) checksum.getValue(), Integer.SIZE);
        output.write(length, Integer.SIZE);
        return output.toBytes();
    }

    private void writeCode() {
        int[] symbols = PageCode.symbols().lengths();
        int[] distances = PageCode.distances().lengths();
        output.write(LAST_BLOCK_WITH_OWN_CODE, 3);
        output.write(symbols.length - 257, 5);
        output.write(distances.length - 1, 5);
        output.write(ORDER.length - 4, 4);
        for (int bits : ORDER) {
            output.write(bits <= 15 ? 4 : 0, 3);
        }
        for (int bits : symbols) {
            CODE_OF_LENGTHS.write(bits, output);
        }
        for (int bits : distances) {
            CODE_OF_LENGTHS.write(bits, output);
        }
    }

    private void writePage() {
        int at = 0;
        while (at < length) {
            int source = isHashed(at) ? longestMatch(at) : -1;
            int matched = source < 0 ? 0 : matched(source, at);
            if (matched < HASHED) {
                PageCode.symbols().write(page[at] & 0xFF, output);
                remember(at);
                at++;
            } else {
                Reference.write(matched, at - source, output);
                for (int end = at + matched; at < end; at++) {
                    remember(at);
                }
            }
        }
    }

    /** Whether markup begins that is long enough. */
    private boolean isHashed(int at) {
        return at + HASHED <= length && markup[at] && markup[at + 1] && markup[at + 2] && markup[at + 3];
    }

    /** Where the longest of the last occurrences begins; negative if there is none. */
    private int longestMatch(int at) {
        int best = -1;
        int longest = 0;
        int candidate = latest[hash(at)] - 1;
        for (int tries = 0; tries < MOST_TRIES && candidate >= 0 && at - candidate <= WINDOW; tries++) {
            int matched = matched(candidate, at);
            if (matched > longest) {
                longest = matched;
                best = candidate;
            }
            candidate = former[candidate] - 1;
        }
        return best;
    }

    private int matched(int source, int at) {
        int most = Math.min(length - at, LONGEST);
        int count = 0;
        while (count < most
                && markup[at + count]
                && markup[source + count]
                && page[source + count] == page[at + count]) {
            count++;
        }
        return count;
    }

    private void remember(int at) {
        if (isHashed(at)) {
            int hash = hash(at);
            former[at] = latest[hash];
            latest[hash] = at + 1;
        }
    }

    private int hash(int at) {
        int four =
                (page[at] & 0xFF) | ((page[at + 1] & 0xFF) << 8) | ((page[at + 2] & 0xFF) << 16) | (page[at + 3] << 24);
        return (four * MULTIPLIER) >>> (Integer.SIZE - HASH_BITS);
    }
}
