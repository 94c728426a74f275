package org.consilium.imaging.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.imaging.PixelLimits;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows that are counted are those that a decoder fills with the picture. */
class JpegRowsTest {

    private static final int WIDTH = 250;
    private static final int HEIGHT = 403;
    /** Of the largest unit; it is either there as a whole or counts as missing. */
    private static final int UNIT = 16;

    private static final BufferedImage NOISE = SamplePhotos.noise(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);

    static Stream<Named<byte[]>> sequentialFiles() {
        return Stream.of(
                Named.of("color", SamplePhotos.jpeg(NOISE)),
                Named.of("gray", SamplePhotos.jpeg(SamplePhotos.noise(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY))),
                Named.of("with restarts", SamplePhotos.jpegWithRestarts(NOISE, 5)));
    }

    static Stream<Named<byte[]>> allFiles() {
        return Stream.concat(
                sequentialFiles(), Stream.of(Named.of("progressive", SamplePhotos.progressiveJpeg(NOISE))));
    }

    @ParameterizedTest
    @MethodSource("allFiles")
    void aWholeFileHasAllRows(byte[] file) {
        assertThat(rows(file)).isEqualTo(HEIGHT);
        assertThat(rows(Arrays.copyOf(file, file.length - 2)))
                .as("without its end")
                .isEqualTo(HEIGHT);
    }

    @ParameterizedTest
    @MethodSource("sequentialFiles")
    void aFileThatIsCutOffHasTheRowsThatADecoderFinds(byte[] file) {
        for (int part = 5; part < 100; part += 5) {
            byte[] cut = cut(file, part);
            int shown = HEIGHT - grayRows(SamplePhotos.read(cut));
            assertThat(rows(cut)).as("%d %% of the file", part).isBetween(shown - UNIT - 1, shown);
        }
    }

    /** All rows can be made out from the first scans on, but without the details that the others add. */
    @Test
    void aProgressiveFileHasTheRowsThatItsLastScanHas() {
        byte[] file = SamplePhotos.progressiveJpeg(NOISE);
        int[] rows =
                IntStream.rangeClosed(1, 100).map(part -> rows(cut(file, part))).toArray();

        assertThat(rows).isSorted();
        assertThat(rows[50]).as("one of the scans is missing").isZero();
        assertThat(rows[97]).as("the last one is nearly whole").isBetween(HEIGHT / 2, HEIGHT - 1);
    }

    @Test
    void aFileThatMakesNoSenseHasNone() {
        byte[] file = SamplePhotos.jpeg(NOISE);
        byte[] withoutTables = CraftedFiles.withoutSegments(file, 0xC4);

        assertThat(JpegRows.complete(withoutTables)).isZero();
        assertThat(JpegRows.complete(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xD9}))
                .isZero();
        assertThat(JpegRows.complete(Arrays.copyOf(file, 30))).isZero();
    }

    private static byte[] cut(byte[] file, int percent) {
        byte[] cut = Arrays.copyOf(file, Math.max(700, file.length * percent / 100));
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        return cut;
    }

    private static int rows(byte[] file) {
        return JpegRows.complete(
                JpegFile.inspect(file, PixelLimits.NONE).pixels().bytes());
    }

    /** At the end of the picture; a decoder leaves them in the middle between black and white. */
    private static int grayRows(BufferedImage image) {
        int rows = 0;
        while (rows < image.getHeight() && isGray(image, image.getHeight() - 1 - rows)) {
            rows++;
        }
        return rows;
    }

    private static boolean isGray(BufferedImage image, int y) {
        return IntStream.range(0, image.getWidth())
                .map(x -> image.getRaster().getSample(x, y, 0))
                .allMatch(sample -> sample >= 126 && sample <= 130);
    }
}
