package org.consilium.image;

import java.awt.image.BufferedImage;
import org.consilium.image.PhotoFile.Coding;

/** Makes the renditions of a photo: decoded once, the thumbnail from the display rendition, and of the pixels alone. */
final class PhotoRenderer {

    private PhotoRenderer() {}

    /**
     * The photo as people get to see it.
     *
     * @throws ImageRefusedException when its file is damaged
     */
    static Renditions render(PhotoFile photo, JpegCodec jpeg) {
        BufferedImage decoded = photo.coding() == Coding.JPEG ? jpeg.decode(photo) : PhotoDecoder.decode(photo);
        BufferedImage display = AreaAverage.fit(decoded, Rendition.DISPLAY.longestSide());
        ScreenColors.apply(display, photo.colorProfile());
        BufferedImage upright = ExifOrientation.upright(display, photo.orientation());
        BufferedImage thumbnail = AreaAverage.fit(upright, Rendition.THUMBNAIL.longestSide());
        return new Renditions(
                IccProfile.into(encode(jpeg, full(decoded, photo), Rendition.FULL), photo.colorProfile()),
                encode(jpeg, upright, Rendition.DISPLAY),
                encode(jpeg, thumbnail, Rendition.THUMBNAIL),
                upright.getWidth(),
                upright.getHeight());
    }

    private static BufferedImage full(BufferedImage decoded, PhotoFile photo) {
        boolean asItIs = decoded.getType() == BufferedImage.TYPE_3BYTE_BGR
                && Math.max(decoded.getWidth(), decoded.getHeight()) <= Rendition.FULL.longestSide();
        BufferedImage full = asItIs ? decoded : AreaAverage.fit(decoded, Rendition.FULL.longestSide());
        return ExifOrientation.upright(full, photo.orientation());
    }

    private static byte[] encode(JpegCodec jpeg, BufferedImage image, Rendition rendition) {
        return jpeg.encode(image, rendition.quality());
    }
}
