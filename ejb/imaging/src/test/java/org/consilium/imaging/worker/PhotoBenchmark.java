package org.consilium.imaging.worker;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import net.coobird.thumbnailator.Thumbnails;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.codec.Codecs;
import org.consilium.imaging.codec.JdkJpeg;
import org.consilium.imaging.codec.TurboJpeg;
import org.consilium.testing.photo.SkinPhoto;

/**
 * Measures the CPU that it costs to check a photo and make all its renditions, round by round beside a plain pipeline
 * of ImageIO and Thumbnailator (which makes two of the three), and shows what is left of the photo's detail.
 */
final class PhotoBenchmark {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);
    private static final int WARM_UP = 6;
    private static final int ROUNDS = 15;

    /** What is measured, done once. */
    private interface Pipeline {
        void run(byte[] file) throws IOException;
    }

    private final Map<String, Pipeline> pipelines = new LinkedHashMap<>();

    private PhotoBenchmark() {
        pipelines.put("ImageIO + Thumbnailator", PhotoBenchmark::plain);
        pipelines.put("ours, JDK's codec", file -> develop(file, new Codecs(new JdkJpeg(), Optional.empty())));
        TurboJpeg.installed()
                .ifPresent(turbo -> pipelines.put(
                        "ours, libjpeg-turbo", file -> develop(file, new Codecs(turbo, Optional.empty()))));
    }

    /** Takes a folder for the pictures, and, if there are any, one with camera photos. */
    public static void main(String[] arguments) throws IOException {
        System.setProperty("java.awt.headless", "true");
        Map<String, byte[]> photos = new LinkedHashMap<>();
        photos.put("skin, 12 megapixels, generated", SkinPhoto.twelveMegapixels());
        if (arguments.length > 1 && Files.isDirectory(Path.of(arguments[1]))) {
            try (Stream<Path> files = Files.list(Path.of(arguments[1]))) {
                for (Path file : files.filter(
                                path -> path.getFileName().toString().matches("phone-.*[.]jpg"))
                        .sorted()
                        .toList()) {
                    photos.put(file.getFileName().toString(), Files.readAllBytes(file));
                }
            }
        }
        PhotoBenchmark benchmark = new PhotoBenchmark();
        PhotoSheet sheet = new PhotoSheet(Files.createDirectories(Path.of(arguments[0])));
        for (Map.Entry<String, byte[]> photo : photos.entrySet()) {
            System.out.println(benchmark.table(photo.getKey(), photo.getValue()));
            sheet.add(photo.getKey(), photo.getValue(), PhotoPipeline.process(photo.getValue(), LIMITS));
        }
        System.out.println("pictures: " + sheet.write());
    }

    private String table(String name, byte[] file) throws IOException {
        Map<String, Long> nanos = new LinkedHashMap<>();
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            for (Map.Entry<String, Pipeline> each : pipelines.entrySet()) {
                long spent = cpu(each.getValue(), file);
                if (round >= 0) {
                    nanos.merge(each.getKey(), spent, Long::sum);
                }
            }
        }
        long base = nanos.values().iterator().next();
        StringBuilder table = new StringBuilder(String.format("%n%s, %.1f MB%n", name, file.length / 1e6));
        nanos.forEach((pipeline, sum) -> table.append(
                String.format("  %-26s %6.0f ms CPU  %5.2f x%n", pipeline, sum / 1e6 / ROUNDS, (double) sum / base)));
        return table.toString();
    }

    private static long cpu(Pipeline pipeline, byte[] file) throws IOException {
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        pipeline.run(file);
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    }

    private static void develop(byte[] file, Codecs codecs) {
        Object unused = PhotoPipeline.process(file, LIMITS, codecs);
    }

    private static void plain(byte[] file) throws IOException {
        BufferedImage decoded = ImageIO.read(new ByteArrayInputStream(file));
        for (Rendition rendition : new Rendition[] {Rendition.DISPLAY, Rendition.THUMBNAIL}) {
            Thumbnails.of(decoded)
                    .size(rendition.longestSide(), rendition.longestSide())
                    .outputFormat("jpg")
                    .outputQuality(rendition.quality())
                    .toOutputStream(new ByteArrayOutputStream());
        }
    }
}
