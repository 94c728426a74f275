package org.consilium.trail.seal;

import java.util.Map;

/**
 * A line with a signature at its end, over all that stands before it.
 *
 * @param text the line before {@code ,"signature":"}
 * @param signature ECDSA with SHA-256, in DER, in Base64
 */
public record SignedLine(String text, String signature) {
    private static final String SIGNATURE = ",\"signature\":\"";
    private static final String END = "\"}";

    /**
     * Parts a line.
     *
     * @throws IllegalArgumentException if it has no signature at its end
     */
    public static SignedLine parse(String line) {
        int place = line.lastIndexOf(SIGNATURE);
        if (place < 0 || !line.endsWith(END) || place + SIGNATURE.length() > line.length() - END.length()) {
            throw new IllegalArgumentException("not signed");
        }
        return new SignedLine(
                line.substring(0, place), line.substring(place + SIGNATURE.length(), line.length() - END.length()));
    }

    public String line() {
        return text + SIGNATURE + signature + END;
    }

    /** By which the next one refers to it. */
    public String hash() {
        return Sha256.hex(text);
    }

    Map<String, String> values() {
        return JsonLine.parse(text + '}');
    }
}
