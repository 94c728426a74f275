package org.consilium.imaging.format;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Judges color profiles, and writes one into a JPEG, as ICC.1:2010, annex B.4, says: spread over segments of its own.
 */
public final class IccProfile {

    private static final byte[] NAME = "ICC_PROFILE\0".getBytes(StandardCharsets.US_ASCII);
    /** The length field of a segment has two bytes and includes itself. */
    private static final int MOST_BYTES = 0xFFFF - 2 - NAME.length - 2;

    /** The offset of the first segment's length: it follows the start marker and the segment's marker. */
    private static final int FIRST_LENGTH = 4;

    private IccProfile() {}

    /** Inserts the profile after the first segment; leaves out a profile that cannot be used. */
    public static byte[] into(byte[] jpeg, byte @Nullable [] profile) {
        if (profile == null || !canBeEmbedded(profile)) {
            return jpeg;
        }
        int at = FIRST_LENGTH + new FileBytes(jpeg).big16(FIRST_LENGTH);
        ByteArrayOutputStream file = new ByteArrayOutputStream(jpeg.length + profile.length + 64);
        file.write(jpeg, 0, at);
        int segments = (profile.length + MOST_BYTES - 1) / MOST_BYTES;
        for (int number = 0; number < segments; number++) {
            int from = number * MOST_BYTES;
            write(file, number + 1, segments, profile, from, Math.min(MOST_BYTES, profile.length - from));
        }
        file.write(jpeg, at, jpeg.length - at);
        return file.toByteArray();
    }

    private static void write(
            ByteArrayOutputStream file, int number, int segments, byte[] profile, int from, int length) {
        int announced = 2 + NAME.length + 2 + length;
        file.write(0xFF);
        file.write(0xE2);
        file.write(announced >> 8);
        file.write(announced);
        file.writeBytes(NAME);
        file.write(number);
        file.write(segments);
        file.write(profile, from, length);
    }

    /**
     * The profile, if it is one for samples of this kind: one for RGB fits gray samples as well; one for gray does not
     * fit colors.
     */
    public static byte @Nullable [] usable(byte @Nullable [] profile, boolean gray) {
        if (profile == null || profile.length == 0) {
            return null;
        }
        int space = space(profile);
        return space == ColorSpace.TYPE_RGB || (gray && space == ColorSpace.TYPE_GRAY) ? profile : null;
    }

    /** Whether {@link #into} takes it. */
    public static boolean canBeEmbedded(byte @Nullable [] profile) {
        return profile != null && space(profile) == ColorSpace.TYPE_RGB;
    }

    /** As {@link ColorSpace} counts; -1 if it cannot be used. */
    private static int space(byte[] profile) {
        try {
            return ICC_Profile.getInstance(profile).getColorSpaceType();
        } catch (IllegalArgumentException unusable) {
            return -1;
        }
    }
}
