package org.consilium.imaging.worker;

import java.awt.image.BufferedImage;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.codec.DecodedPhoto;
import org.consilium.imaging.codec.JpegCodec;
import org.consilium.imaging.format.IccProfile;
import org.consilium.imaging.pixels.AreaAverage;
import org.consilium.imaging.pixels.Orientation;
import org.consilium.imaging.pixels.ScreenColors;

/** Makes the renditions of a photo; the thumbnail is scaled from the display rendition. */
final class PhotoRenderer {

    private PhotoRenderer() {}

    static Renditions render(DecodedPhoto photo, JpegCodec jpeg) {
        BufferedImage display = AreaAverage.fit(photo.image(), Rendition.DISPLAY.longestSide());
        ScreenColors.apply(display, photo.colorProfile());
        BufferedImage upright = Orientation.upright(display, photo.orientation());
        BufferedImage thumbnail = AreaAverage.fit(upright, Rendition.THUMBNAIL.longestSide());
        return new Renditions(
                IccProfile.into(full(photo, jpeg), photo.colorProfile()),
                encode(jpeg, upright, Rendition.DISPLAY),
                encode(jpeg, thumbnail, Rendition.THUMBNAIL),
                upright.getWidth(),
                upright.getHeight());
    }

    private static byte[] full(DecodedPhoto photo, JpegCodec jpeg) {
        byte[] full = photo.full();
        return full == null ? encode(jpeg, fullImage(photo), Rendition.FULL) : full;
    }

    private static BufferedImage fullImage(DecodedPhoto photo) {
        BufferedImage decoded = photo.image();
        boolean asItIs = decoded.getType() == BufferedImage.TYPE_3BYTE_BGR
                && Math.max(decoded.getWidth(), decoded.getHeight()) <= Rendition.FULL.longestSide();
        BufferedImage full = asItIs ? decoded : AreaAverage.fit(decoded, Rendition.FULL.longestSide());
        if (!IccProfile.canBeEmbedded(photo.colorProfile())) {
            ScreenColors.apply(full, photo.colorProfile());
        }
        return Orientation.upright(full, photo.orientation());
    }

    private static byte[] encode(JpegCodec jpeg, BufferedImage image, Rendition rendition) {
        return jpeg.encode(image, rendition.quality());
    }
}
