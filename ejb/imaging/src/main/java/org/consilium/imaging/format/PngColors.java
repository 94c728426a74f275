package org.consilium.imaging.format;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleUnaryOperator;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * Tells how the samples of a PNG are meant, as browsers do: the first of the chunks cICP, iCCP, sRGB, and gAMA with
 * cHRM counts that can be used (PNG, third edition, 4.3).
 */
final class PngColors {

    /** The chunks that are read. */
    static final Set<String> CHUNKS = Set.of("cICP", "iCCP", "sRGB", "gAMA", "cHRM");

    private static final int MAX_PROFILE_BYTES = 1 << 20;
    private static final int MAX_PROFILE_NAME = 79;

    /** The unit of gAMA and cHRM. */
    private static final double UNIT = 100_000;
    /** The gamma that is written for sRGB. */
    private static final long GAMMA_OF_SRGB = 45_455;

    private static final double[] SRGB = {0.3127, 0.3290, 0.64, 0.33, 0.30, 0.60, 0.15, 0.06};

    /** ITU-T H.273, table 2. */
    private static final Map<Integer, double[]> PRIMARIES = Map.of(
            1, SRGB,
            9, new double[] {0.3127, 0.3290, 0.708, 0.292, 0.170, 0.797, 0.131, 0.046},
            12, new double[] {0.3127, 0.3290, 0.680, 0.320, 0.265, 0.690, 0.150, 0.060});

    /** ITU-T H.273, table 3: those that need no high dynamic range. */
    private static final Map<Integer, DoubleUnaryOperator> LIGHT =
            Map.of(4, power(2.2), 8, sample -> sample, 13, PngColors::lightOfSrgb);

    private final Map<String, byte[]> chunks = new HashMap<>();

    void take(String type, byte[] data) {
        chunks.putIfAbsent(type, data);
    }

    /** The ICC profile that says the same; none means sRGB. */
    byte @Nullable [] profile() {
        byte[] coded = codePoints();
        if (coded != null) {
            return coded;
        }
        byte[] embedded = chunks.get("iCCP");
        byte[] inflated = embedded == null ? null : inflate(embedded);
        if (inflated != null) {
            return inflated;
        }
        return chunks.containsKey("sRGB") ? null : colorimetry();
    }

    private byte @Nullable [] codePoints() {
        byte[] data = chunks.get("cICP");
        if (data == null || data.length != 4 || data[2] != 0 || data[3] != 1) {
            return null;
        }
        double[] primaries = PRIMARIES.get((int) data[0]);
        DoubleUnaryOperator light = LIGHT.get((int) data[1]);
        return primaries == null || light == null ? null : MatrixProfile.of(primaries, light);
    }

    /** Without a gamma, browsers leave primaries alone. */
    private byte @Nullable [] colorimetry() {
        long gamma = number("gAMA", 0);
        if (gamma <= 0 || (gamma == GAMMA_OF_SRGB && !chunks.containsKey("cHRM"))) {
            return null;
        }
        return MatrixProfile.of(chromaticities(), power(UNIT / gamma));
    }

    private double[] chromaticities() {
        if (!chunks.containsKey("cHRM")) {
            return SRGB;
        }
        double[] read = new double[SRGB.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = number("cHRM", i) / UNIT;
        }
        return read;
    }

    /** The number at that place of a chunk; 0 if it is not there. */
    private long number(String type, int place) {
        byte[] data = chunks.get(type);
        return data == null || data.length < 4 * (place + 1) ? 0 : new FileBytes(data).big32(4 * place);
    }

    private static DoubleUnaryOperator power(double exponent) {
        return sample -> Math.pow(sample, exponent);
    }

    /** IEC 61966-2-1. */
    private static double lightOfSrgb(double sample) {
        return sample <= 0.04045 ? sample / 12.92 : Math.pow((sample + 0.055) / 1.055, 2.4);
    }

    /** The profile in a chunk of name, NUL, method and zlib data; none if it is damaged, or too large to be one. */
    private static byte @Nullable [] inflate(byte[] chunk) {
        int name = 0;
        while (name < chunk.length && name <= MAX_PROFILE_NAME && chunk[name] != 0) {
            name++;
        }
        int data = Math.min(name + 2, chunk.length);
        try (var deflated = new InflaterInputStream(new ByteArrayInputStream(chunk, data, chunk.length - data))) {
            byte[] inflated = deflated.readNBytes(MAX_PROFILE_BYTES + 1);
            return inflated.length > MAX_PROFILE_BYTES ? null : inflated;
        } catch (IOException damaged) {
            return null;
        }
    }
}
