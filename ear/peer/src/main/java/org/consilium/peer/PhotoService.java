package org.consilium.peer;

import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.coobird.thumbnailator.Thumbnails;
import org.apache.commons.imaging.Imaging;
import org.apache.commons.imaging.formats.jpeg.exif.ExifRewriter;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.web.server.ResponseStatusException;

/** Makes a rendition and a thumbnail of a photo, and stores them with the original, all without EXIF. */
@Service
class PhotoService {

    private static final int RENDITION = 1600;
    private static final int THUMBNAIL = 320;
    private static final long MOST_PIXELS = 100_000_000;
    private static final float QUALITY = 0.85f;

    private final PhotoStore store;

    PhotoService(PhotoStore store) {
        this.store = store;
    }

    /** Decodes the photo once: the thumbnail is made of the rendition. */
    StoredPhoto store(String name, byte[] photo) {
        try {
            int longest = longestSide(photo);
            BufferedImage rendition = scaled(
                    Thumbnails.of(new ByteArrayInputStream(photo)), Math.min(RENDITION, longest));
            BufferedImage thumbnail = scaled(Thumbnails.of(rendition), Math.min(THUMBNAIL, longest));
            byte[] original = withoutExif(photo);
            store.put(name, original, jpeg(rendition), jpeg(thumbnail));
            return new StoredPhoto(name, rendition.getWidth(), rendition.getHeight(), original.length);
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new ResponseStatusException(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "not a JPEG photo", unreadable);
        }
    }

    private static int longestSide(byte[] photo) throws IOException {
        Dimension size = Imaging.getImageSize(photo);
        if ((long) size.width * size.height > MOST_PIXELS) {
            throw new ResponseStatusException(HttpStatus.CONTENT_TOO_LARGE);
        }
        return Math.max(size.width, size.height);
    }

    private static BufferedImage scaled(Thumbnails.Builder<?> image, int longestSide) throws IOException {
        return image.size(longestSide, longestSide).asBufferedImage();
    }

    private static byte[] withoutExif(byte[] photo) throws IOException {
        ByteArrayOutputStream stripped = new ByteArrayOutputStream(photo.length);
        new ExifRewriter().removeExifMetadata(photo, stripped);
        return stripped.toByteArray();
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        Thumbnails.of(image).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(file);
        return file.toByteArray();
    }
}
