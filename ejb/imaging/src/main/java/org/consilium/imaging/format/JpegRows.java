package org.consilium.imaging.format;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.format.JpegBlocks.Spectrum;
import org.consilium.imaging.format.JpegFrame.Component;

/**
 * Counts the rows of pixels for which a JPEG has all data. Decoders fill what is missing with gray, and do not tell how
 * much that is; so this reads over the codes of all scans, without computing the picture.
 */
public final class JpegRows {

    /** Of ten rows, so many must be there for a photo to be of use. */
    private static final double ENOUGH = 0.9;

    private static final int TABLES = 4;
    private static final int COEFFICIENTS = 64;
    /** More than the bits of a coefficient. */
    private static final int NOTHING = 16;

    private final FileBytes bytes;
    private final HuffmanTable[] dc = noTables();
    private final HuffmanTable[] ac = noTables();
    private int restartInterval;
    private JpegFrame frame = new JpegFrame(false, 0, 0, List.of());
    private long[][] nonZero = {};
    /** For each coefficient of each component, how many of its low bits no scan has had yet. */
    private int[][] missingBits = {};

    private int rows;

    private JpegRows(byte[] jpeg) {
        bytes = new FileBytes(jpeg);
    }

    private static HuffmanTable[] noTables() {
        HuffmanTable[] none = new HuffmanTable[TABLES];
        Arrays.fill(none, HuffmanTable.EMPTY);
        return none;
    }

    /**
     * Makes sure that at least nine of ten rows are there.
     *
     * @param photo a JPEG whose segments are in order
     * @throws PhotoRefusedException if they are not
     */
    public static void requireEnough(PhotoFile photo) {
        if (complete(photo.pixels().bytes()) < ENOUGH * photo.height()) {
            throw new PhotoRefusedException(Reason.TRUNCATED);
        }
    }

    /** The rows from the top on that have all data; none if the file makes no sense. */
    static int complete(byte[] jpeg) {
        JpegRows picture = new JpegRows(jpeg);
        try {
            picture.walk();
        } catch (PhotoRefusedException | ScanBits.EndedException | IndexOutOfBoundsException senseless) {
            return 0;
        }
        return picture.isPrecise() ? picture.rows : 0;
    }

    /** Whether the scans have had every bit of each coefficient, for as many rows as they had. */
    private boolean isPrecise() {
        return Arrays.stream(missingBits).flatMapToInt(Arrays::stream).allMatch(bits -> bits == 0);
    }

    private void walk() {
        int at = 2;
        while (bytes.octet(at + 1) != 0xD9) {
            int end = at + 2 + bytes.big16(at + 2);
            switch (bytes.octet(at + 1)) {
                case 0xC0, 0xC1, 0xC2 -> begin(JpegFrame.at(bytes, at));
                case 0xC4 -> tables(at + 4, end);
                case 0xDD -> restartInterval = bytes.big16(at + 4);
                case 0xDA -> end = scan(at, end);
                default -> {}
            }
            at = end;
        }
    }

    private void begin(JpegFrame begun) {
        frame = begun;
        rows = begun.height();
        int components = begun.components().size();
        missingBits = new int[components][COEFFICIENTS];
        nonZero = new long[components][];
        for (int number = 0; number < components; number++) {
            Component component = begun.components().get(number);
            int blocks = begun.unitsAcross() * component.across() * begun.unitsDown() * component.down();
            nonZero[number] = new long[begun.progressive() ? blocks : 0];
            Arrays.fill(missingBits[number], NOTHING);
        }
    }

    private void tables(int from, int end) {
        int at = from;
        while (at < end) {
            HuffmanTable table = new HuffmanTable(bytes, at + 1);
            int number = bytes.octet(at);
            (number >> 4 == 0 ? dc : ac)[number & 0xF] = table;
            at += 1 + table.length();
        }
    }

    /** Reads over a scan, and returns where it ends. */
    private int scan(int at, int from) {
        int end = from;
        while (!bytes.endsScan(end)) {
            end++;
        }
        int count = bytes.octet(at + 4);
        int parameters = at + 5 + 2 * count;
        int precision = bytes.octet(parameters + 2);
        Spectrum spectrum = new Spectrum(
                bytes.octet(parameters), bytes.octet(parameters + 1), frame.progressive() && precision >> 4 > 0);
        List<JpegScan.Part> parts = new ArrayList<>();
        for (int number = 0; number < count; number++) {
            parts.add(part(at + 5 + 2 * number, spectrum, precision & 0xF));
        }
        rows = Math.min(rows, new JpegScan(frame, parts, restartInterval).rows(new ScanBits(bytes, from, end)));
        return end;
    }

    private JpegScan.Part part(int at, Spectrum spectrum, int lowBit) {
        int number = frame.components().stream().map(Component::id).toList().indexOf(bytes.octet(at));
        int[] missing = missingBits[number];
        if (frame.progressive()) {
            for (int coefficient = spectrum.first(); coefficient <= spectrum.last(); coefficient++) {
                missing[coefficient] = lowBit;
            }
        } else {
            Arrays.fill(missing, 0);
        }
        int tables = bytes.octet(at + 1);
        return new JpegScan.Part(
                frame.components().get(number),
                new JpegBlocks(frame, spectrum, dc[tables >> 4], ac[tables & 0xF], nonZero[number]));
    }
}
