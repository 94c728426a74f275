package org.consilium.account.factor;

/**
 * A QR code (ISO/IEC 18004) as a page draws it, without a picture and without a style: the {@code d} of one SVG path,
 * in which each module is a square of one unit, and each run of dark ones a rectangle. The margin of four modules,
 * without which scanners may not find it, is part of it; the page must leave it light.
 *
 * @param size the width and the height, in units
 * @param outline the dark modules
 */
public record QrCode(int size, String outline) {
    private static final int MARGIN = 4;

    /**
     * The code of a text.
     *
     * @throws io.nayuki.qrcodegen.DataTooLongException if the text has more than 2,953 bytes
     */
    public static QrCode of(String text) {
        // the most that fits; the library corrects more errors as long as the code does not grow
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.LOW);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            int x = 0;
            while (x < code.size) {
                int end = endOfRun(code, x, y);
                if (code.getModule(x, y)) {
                    path.append("M%d %dh%dv1h-%dz".formatted(x + MARGIN, y + MARGIN, end - x, end - x));
                }
                x = end;
            }
        }
        return new QrCode(code.size + 2 * MARGIN, path.toString());
    }

    /** Where the modules end that are as dark or light as the one at x, and follow it. */
    private static int endOfRun(io.nayuki.qrcodegen.QrCode code, int x, int y) {
        int end = x + 1;
        while (end < code.size && code.getModule(end, y) == code.getModule(x, y)) {
            end++;
        }
        return end;
    }

    /** The {@code viewBox} of the SVG. */
    public String viewBox() {
        return "0 0 " + size + ' ' + size;
    }

    /** Without the text, which may be a secret. */
    @Override
    public String toString() {
        return "QrCode";
    }
}
