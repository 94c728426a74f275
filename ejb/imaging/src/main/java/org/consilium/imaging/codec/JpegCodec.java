package org.consilium.imaging.codec;

import java.awt.image.BufferedImage;
import java.util.Optional;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.format.PhotoFile;

/** Decodes and encodes JPEG. */
public interface JpegCodec {

    /**
     * Decodes at the size that a rendition needs, or larger, in bounded memory.
     *
     * @param photo of the coding JPEG; if it is incomplete, what is missing is gray
     * @param rendition the largest one that is made of it
     * @throws PhotoRefusedException when the file is damaged
     */
    BufferedImage decode(PhotoFile photo, Rendition rendition);

    /**
     * Turns a photo upright without any loss, and leaves out all metadata: its blocks are only written in another
     * order, which costs less than decoding and encoding them.
     *
     * @param photo of the coding JPEG
     * @return nothing if that cannot be done, or the photo is larger than its full rendition
     * @throws PhotoRefusedException when the file is damaged
     */
    Optional<byte[]> upright(PhotoFile photo);

    /**
     * Encodes without any metadata.
     *
     * @param image of the type {@link BufferedImage#TYPE_3BYTE_BGR}
     * @param quality from 0 to 1
     */
    byte[] encode(BufferedImage image, float quality);
}
