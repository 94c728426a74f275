package org.consilium.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Makes the renditions of a photo: decoded once, the thumbnail from the display rendition, and of the pixels alone. */
final class PhotoRenderer {

    private PhotoRenderer() {}

    /**
     * The photo as people get to see it.
     *
     * @throws ImageRefusedException when its file is damaged
     */
    static Renditions render(PhotoFile photo) {
        BufferedImage decoded = PhotoDecoder.decode(photo);
        BufferedImage display = AreaAverage.fit(decoded, Rendition.DISPLAY.longestSide());
        ScreenColors.apply(display, photo.colorProfile());
        BufferedImage upright = ExifOrientation.upright(display, photo.orientation());
        BufferedImage thumbnail = AreaAverage.fit(upright, Rendition.THUMBNAIL.longestSide());
        return new Renditions(
                encode(full(decoded, photo), Rendition.FULL),
                encode(upright, Rendition.DISPLAY),
                encode(thumbnail, Rendition.THUMBNAIL),
                upright.getWidth(),
                upright.getHeight());
    }

    private static BufferedImage full(BufferedImage decoded, PhotoFile photo) {
        boolean asItIs = decoded.getType() == BufferedImage.TYPE_3BYTE_BGR
                && Math.max(decoded.getWidth(), decoded.getHeight()) <= Rendition.FULL.longestSide();
        BufferedImage full = asItIs ? decoded : AreaAverage.fit(decoded, Rendition.FULL.longestSide());
        return ScreenColors.tagged(ExifOrientation.upright(full, photo.orientation()), photo.colorProfile());
    }

    private static byte[] encode(BufferedImage image, Rendition rendition) {
        ByteArrayOutputStream file = new ByteArrayOutputStream(image.getWidth() * image.getHeight() / 4);
        try (MemoryCacheImageOutputStream output = new MemoryCacheImageOutputStream(file)) {
            ImageWriter writer = ImageCodecs.JPEG_WRITER.createWriterInstance();
            try {
                ImageWriteParam writing = writer.getDefaultWriteParam();
                writing.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
                writing.setCompressionQuality(rendition.quality());
                writer.setOutput(output);
                writer.write(null, new IIOImage(image, null, null), writing);
            } finally {
                writer.dispose();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory cannot be written to", impossible);
        }
        return file.toByteArray();
    }
}
