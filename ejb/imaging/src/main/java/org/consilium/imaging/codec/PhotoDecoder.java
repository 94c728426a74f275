package org.consilium.imaging.codec;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.format.PhotoFile;

/** Decodes a photo with ImageIO, within bounded memory: of a very large one only every second pixel, or fewer. */
public final class PhotoDecoder {

    /** A 24-megapixel phone photo is decoded in full. */
    static final long MOST_BYTES = 75_000_000;

    private PhotoDecoder() {}

    /**
     * Decodes into the type of image that the codec prefers.
     *
     * @throws PhotoRefusedException when the file is damaged
     */
    public static BufferedImage decode(PhotoFile photo) {
        try (ImageInputStream pixels = photo.pixels().open()) {
            ImageReader reader = codec(photo).createReaderInstance();
            try {
                return read(reader, pixels, photo);
            } finally {
                reader.dispose();
            }
        } catch (PhotoRefusedException refused) {
            throw refused;
        } catch (IOException | RuntimeException | OutOfMemoryError | StackOverflowError damaged) {
            // decoders react to crafted data in each of these ways
            throw new PhotoRefusedException(Reason.TRUNCATED, damaged);
        }
    }

    private static BufferedImage read(ImageReader reader, ImageInputStream pixels, PhotoFile photo) throws IOException {
        boolean forwardOnly = true;
        boolean withoutMetadata = true;
        reader.setInput(pixels, forwardOnly, withoutMetadata);
        if (!photo.incomplete()) {
            reader.addIIOReadWarningListener(new TruncationListener());
        }
        ImageReadParam reading = reader.getDefaultReadParam();
        int step = step(photo);
        reading.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, reading);
    }

    /** 1 if the whole photo fits, 2 if every second pixel of every second row does, and so on. */
    private static int step(PhotoFile photo) {
        double bytes = (double) photo.width() * photo.height() * photo.bytesPerPixel();
        return (int) Math.max(1, Math.ceil(Math.sqrt(bytes / MOST_BYTES)));
    }

    private static ImageReaderSpi codec(PhotoFile photo) {
        return switch (photo.coding()) {
            case JPEG -> ImageCodecs.JPEG_READER;
            case JPEG_CMYK -> ImageCodecs.JPEG_CMYK_READER;
            case PNG -> ImageCodecs.PNG_READER;
            case WEBP -> ImageCodecs.WEBP_READER;
        };
    }
}
