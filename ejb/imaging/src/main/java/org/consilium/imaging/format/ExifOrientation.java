package org.consilium.imaging.format;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import org.jspecify.annotations.Nullable;

/** Reads how the camera was held: 1 to 8, Exif 2.32, tag 0x0112. */
public final class ExifOrientation {

    public static final int UPRIGHT = 1;

    private static final int LAST = 8;

    private ExifOrientation() {}

    /** Reads a block of Exif (a TIFF header and what follows); upright if it has no valid orientation. */
    public static int in(byte @Nullable [] exif) {
        if (exif == null) {
            return UPRIGHT;
        }
        try {
            Metadata metadata = new Metadata();
            new ExifReader().extract(new ByteArrayReader(exif), metadata);
            ExifIFD0Directory first = metadata.getFirstDirectoryOfType(ExifIFD0Directory.class);
            Integer orientation = first == null ? null : first.getInteger(ExifIFD0Directory.TAG_ORIENTATION);
            return orientation == null || orientation < UPRIGHT || orientation > LAST ? UPRIGHT : orientation;
        } catch (RuntimeException unreadable) {
            return UPRIGHT;
        }
    }
}
