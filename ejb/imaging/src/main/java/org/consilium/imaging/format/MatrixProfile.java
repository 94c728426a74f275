package org.consilium.imaging.format;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.DoubleUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Writes the ICC profile of an RGB color space that is told by its primaries, its white, and its transfer function, as
 * some formats do (ICC.1:2010, 8.3.3).
 */
final class MatrixProfile {

    /** Table of the transfer function; decoders interpolate between its entries. */
    private static final int ENTRIES = 4096;

    private static final int HEADER = 128;
    private static final int TAG = 12;
    private static final int XYZ_LENGTH = 20;
    private static final String[] TAGS = {"wtpt", "rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"};
    private static final int COLORS = 4;
    private static final int COLORS_AT = HEADER + 4 + TAGS.length * TAG;
    private static final int CURVE_AT = COLORS_AT + COLORS * XYZ_LENGTH;
    private static final int CURVE_LENGTH = 12 + 2 * ENTRIES;

    /** ICC.1:2010, 7.2.16. */
    private static final double[] D50 = {0.9642, 1, 0.8249};

    /** To the responses of the eye's cones, by Bradford (ICC.1:2010, annex E.3). */
    private static final double[][] CONES = {
        {0.8951, 0.2664, -0.1614}, {-0.7502, 1.7135, 0.0367}, {0.0389, -0.0685, 1.0296}
    };

    private MatrixProfile() {}

    /**
     * A profile, or none if there is no such color space.
     *
     * @param chromaticities x and y of white, red, green, and blue, in the CIE's diagram of 1931
     * @param light how much light a sample stands for, both from 0 to 1
     */
    static byte @Nullable [] of(double[] chromaticities, DoubleUnaryOperator light) {
        double[][] colors = colors(chromaticities);
        for (double[] color : colors) {
            for (double part : color) {
                if (!(Math.abs(part) < 4)) {
                    return null;
                }
            }
        }
        ByteBuffer profile = ByteBuffer.allocate(CURVE_AT + CURVE_LENGTH);
        header(profile);
        tags(profile);
        for (double[] color : colors) {
            xyz(text(profile, "XYZ ").putInt(0), color);
        }
        text(profile, "curv").putInt(0).putInt(ENTRIES);
        for (int i = 0; i < ENTRIES; i++) {
            profile.putShort((short) Math.round(0xFFFF * light.applyAsDouble((double) i / (ENTRIES - 1))));
        }
        return profile.array();
    }

    private static void header(ByteBuffer profile) {
        int version = 0x02400000;
        text(profile.putInt(profile.capacity()).putInt(0).putInt(version), "mntrRGB XYZ ");
        text(profile.position(36), "acsp");
        xyz(profile.position(68), D50);
    }

    private static void tags(ByteBuffer profile) {
        profile.position(HEADER).putInt(TAGS.length);
        for (int tag = 0; tag < TAGS.length; tag++) {
            boolean color = tag < COLORS;
            text(profile, TAGS[tag])
                    .putInt(color ? COLORS_AT + tag * XYZ_LENGTH : CURVE_AT)
                    .putInt(color ? XYZ_LENGTH : CURVE_LENGTH);
        }
    }

    private static ByteBuffer text(ByteBuffer profile, String text) {
        return profile.put(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Three s15Fixed16Numbers. */
    private static void xyz(ByteBuffer profile, double[] values) {
        for (double value : values) {
            profile.putInt((int) Math.round(value * 0x10000));
        }
    }

    /** White and the primaries under the light D50, to which profiles refer. */
    private static double[][] colors(double[] chromaticities) {
        double[] white = xyz(chromaticities, 0);
        double[][] primaries =
                transposed(new double[][] {xyz(chromaticities, 1), xyz(chromaticities, 2), xyz(chromaticities, 3)});
        double[] shares = times(inverse(primaries), white);
        double[] from = times(CONES, white);
        double[] to = times(CONES, D50);
        double[][] colors = new double[COLORS][];
        colors[0] = D50;
        for (int color = 0; color < 3; color++) {
            double[] cones = times(CONES, column(primaries, color, shares[color]));
            for (int i = 0; i < 3; i++) {
                cones[i] *= to[i] / from[i];
            }
            colors[color + 1] = times(inverse(CONES), cones);
        }
        return colors;
    }

    private static double[] xyz(double[] chromaticities, int color) {
        double x = chromaticities[2 * color];
        double y = chromaticities[2 * color + 1];
        return new double[] {x / y, 1, (1 - x - y) / y};
    }

    private static double[] column(double[][] matrix, int column, double factor) {
        return new double[] {matrix[0][column] * factor, matrix[1][column] * factor, matrix[2][column] * factor};
    }

    private static double[] times(double[][] matrix, double[] vector) {
        double[] product = new double[3];
        for (int row = 0; row < 3; row++) {
            product[row] = matrix[row][0] * vector[0] + matrix[row][1] * vector[1] + matrix[row][2] * vector[2];
        }
        return product;
    }

    private static double[][] transposed(double[][] rows) {
        return new double[][] {column(rows, 0, 1), column(rows, 1, 1), column(rows, 2, 1)};
    }

    /** By cofactors; of a matrix that has no inverse, no number. */
    private static double[][] inverse(double[][] m) {
        double[][] inverse = new double[3][3];
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 3; column++) {
                inverse[column][row] = cofactor(m, row, column);
            }
        }
        double determinant = m[0][0] * inverse[0][0] + m[0][1] * inverse[1][0] + m[0][2] * inverse[2][0];
        for (double[] row : inverse) {
            for (int column = 0; column < 3; column++) {
                row[column] /= determinant;
            }
        }
        return inverse;
    }

    private static double cofactor(double[][] m, int row, int column) {
        int above = (row + 1) % 3;
        int below = (row + 2) % 3;
        int left = (column + 1) % 3;
        int right = (column + 2) % 3;
        return m[above][left] * m[below][right] - m[above][right] * m[below][left];
    }
}
