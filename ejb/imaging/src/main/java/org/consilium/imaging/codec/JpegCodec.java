package org.consilium.imaging.codec;

import java.awt.image.BufferedImage;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.format.PhotoFile;

/** Decodes and encodes JPEG. */
public interface JpegCodec {

    /**
     * Decodes at the size that the full rendition needs, or somewhat larger, in bounded memory.
     *
     * @param photo of the coding JPEG; if it is incomplete, what is missing is gray
     * @throws PhotoRefusedException when the file is damaged
     */
    BufferedImage decode(PhotoFile photo);

    /**
     * Encodes without any metadata.
     *
     * @param image of the type {@link BufferedImage#TYPE_3BYTE_BGR}
     * @param quality from 0 to 1
     */
    byte[] encode(BufferedImage image, float quality);
}
