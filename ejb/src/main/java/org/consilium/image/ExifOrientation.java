package org.consilium.image;

import com.drew.lang.ByteArrayReader;
import com.drew.metadata.Metadata;
import com.drew.metadata.exif.ExifIFD0Directory;
import com.drew.metadata.exif.ExifReader;
import java.awt.geom.AffineTransform;
import java.awt.image.AffineTransformOp;
import java.awt.image.BufferedImage;
import org.jspecify.annotations.Nullable;

/** How the camera was held, as Exif 2.32 notes it in tag 0x0112: eight ways, of which four swap the sides. */
final class ExifOrientation {

    static final int UPRIGHT = 1;

    private static final int FIRST_SWAPPED = 5;
    private static final int LAST = 8;

    private ExifOrientation() {}

    /** What a block of Exif (a TIFF header and what follows) says; upright when it says nothing of use. */
    static int in(byte @Nullable [] exif) {
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

    /** The image as the photographer saw it; the pixels are moved, not computed anew. */
    static BufferedImage upright(BufferedImage image, int orientation) {
        if (orientation == UPRIGHT) {
            return image;
        }
        boolean swapped = orientation >= FIRST_SWAPPED;
        int width = swapped ? image.getHeight() : image.getWidth();
        int height = swapped ? image.getWidth() : image.getHeight();
        BufferedImage upright = new BufferedImage(width, height, image.getType());
        AffineTransform turn = turn(orientation, width, height);
        new AffineTransformOp(turn, AffineTransformOp.TYPE_NEAREST_NEIGHBOR).filter(image, upright);
        return upright;
    }

    /** From stored to upright coordinates; width and height are the upright image's. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, width, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, width, height);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, height);
            default -> new AffineTransform();
        };
    }
}
