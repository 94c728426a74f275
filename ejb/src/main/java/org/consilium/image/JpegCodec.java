package org.consilium.image;

import java.awt.image.BufferedImage;

/** What makes pixels of a JPEG, and a JPEG of pixels; all of them are made of libjpeg. */
interface JpegCodec {

    /** The fastest that this machine has. */
    static JpegCodec best() {
        return TurboJpeg.installed().<JpegCodec>map(turbo -> turbo).orElseGet(JdkJpeg::new);
    }

    /**
     * The pixels as the file has them, as many as the full rendition needs or a few more, in bounded memory.
     *
     * @param photo of the coding JPEG
     * @throws ImageRefusedException when the file is damaged
     */
    BufferedImage decode(PhotoFile photo);

    /**
     * A JPEG of the pixels, without any metadata.
     *
     * @param image of the type {@link BufferedImage#TYPE_3BYTE_BGR}
     * @param quality from 0 to 1
     */
    byte[] encode(BufferedImage image, float quality);
}
