package org.consilium.machine.stand;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.client.PhotoWorkers;
import org.consilium.testing.photo.SamplePhotos;

/**
 * Has photos of all formats decoded by the image, the largest too: DecodePhotos {@code <socket> <folder with HEIC>}.
 */
public final class DecodePhotos {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private DecodePhotos() {}

    public static void main(String[] arguments) throws Exception {
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("png", SamplePhotos.png(640, 480));
        photos.put("webp", SamplePhotos.WEBP_LOSSY);
        photos.put("heic", Files.readAllBytes(Path.of(arguments[1], "linear.heic")));
        photos.put("avif", Files.readAllBytes(Path.of(arguments[1], "mirrored.avif")));
        photos.put("jpeg", SamplePhotos.jpeg(new BufferedImage(10_000, 10_000, BufferedImage.TYPE_BYTE_GRAY)));
        try (PhotoWorkers workers = PhotoWorkers.ofService(Path.of(arguments[0]))) {
            for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
                long begun = System.nanoTime();
                Renditions renditions =
                        workers.process(new Request(photo.getValue(), LIMITS)).renditions();
                System.out.printf(
                        "%s: %d x %d in %d ms%n",
                        photo.getKey(),
                        renditions.width(),
                        renditions.height(),
                        (System.nanoTime() - begun) / 1_000_000);
            }
        }
    }
}
