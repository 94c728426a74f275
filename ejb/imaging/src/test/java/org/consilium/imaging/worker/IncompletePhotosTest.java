package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.awt.image.BufferedImage;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.Stream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.codec.Codecs;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A JPEG of which little is missing at the end is shown, and said to be incomplete. */
@ParameterizedClass
@MethodSource("org.consilium.imaging.worker.JpegCodecs#installed")
class IncompletePhotosTest {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);
    private static final int HEIGHT = 480;
    private static final byte[] WHOLE = SamplePhotos.jpeg(SamplePhotos.noise(320, HEIGHT, BufferedImage.TYPE_INT_RGB));
    private static final byte[] PROGRESSIVE =
            SamplePhotos.progressiveJpeg(SamplePhotos.noise(320, HEIGHT, BufferedImage.TYPE_INT_RGB));

    private final Codecs codecs;

    IncompletePhotosTest(Codecs codecs) {
        this.codecs = codecs;
    }

    static Stream<Named<byte[]>> littleIsMissing() {
        byte[] noEnd = Arrays.copyOf(WHOLE, WHOLE.length - 2);
        return Stream.of(
                Named.of("no end marker", noEnd),
                Named.of("half an end marker", Arrays.copyOf(WHOLE, WHOLE.length - 1)),
                Named.of("zeros up to a block of the disk", Arrays.copyOf(noEnd, noEnd.length + 4096)),
                Named.of("a phone's trailer", CraftedFiles.joined(noEnd, text("\0\0SEFH\0\u00FFQ\1\0\0SEFT"))),
                Named.of("another picture", CraftedFiles.joined(noEnd, WHOLE)),
                Named.of("a damaged segment", CraftedFiles.joined(noEnd, text("\u00FF\u00E5\u00FF\u00FFetc"))),
                Named.of("a reserved marker", CraftedFiles.joined(noEnd, text("\u00FF\u0002\0\4ab"))),
                Named.of("the last rows", Arrays.copyOf(WHOLE, WHOLE.length * 95 / 100)),
                Named.of("the last rows, with an end marker", cutWithEnd(95)),
                Named.of("a progressive one", Arrays.copyOf(PROGRESSIVE, PROGRESSIVE.length - 2)));
    }

    @ParameterizedTest
    @MethodSource("littleIsMissing")
    void isShownAsIncomplete(byte[] file) {
        ProcessedPhoto photo = PhotoPipeline.process(file, LIMITS, codecs);

        assertThat(photo.incomplete()).isTrue();
        assertThat(photo.renditions().height()).isEqualTo(HEIGHT);
        BufferedImage shown = SamplePhotos.read(photo.renditions().display());
        BufferedImage expected = SamplePhotos.read(
                PhotoPipeline.process(WHOLE, LIMITS, codecs).renditions().display());
        assertThat(difference(shown, expected, HEIGHT * 9 / 10)).isLessThan(1);
    }

    @Test
    void aWholePhotoIsNotSaidToBeIncompleteWhateverFollows() {
        for (byte[] whole : new byte[][] {
            WHOLE, PROGRESSIVE, Arrays.copyOf(WHOLE, WHOLE.length + 4096), CraftedFiles.joined(WHOLE, text("ftypmp42"))
        }) {
            assertThat(PhotoPipeline.process(whole, LIMITS, codecs).incomplete())
                    .isFalse();
        }
    }

    @Test
    void ofWhichMoreThanATenthIsMissingIsRefused() {
        for (int part = 5; part < 90; part += 5) {
            assertRefused(Arrays.copyOf(WHOLE, WHOLE.length * part / 100));
            assertRefused(cutWithEnd(part));
            assertRefused(Arrays.copyOf(PROGRESSIVE, PROGRESSIVE.length * part / 100));
        }
    }

    @Test
    void keepsItsPictureWhenItsMetadataIsRemoved() {
        byte[] noEnd = Arrays.copyOf(WHOLE, WHOLE.length - 2);
        byte[] file = CraftedFiles.joined(CraftedFiles.withSegment(noEnd, 0xE1, CraftedFiles.exif(1)), text("SEFT"));
        byte[] original = Objects.requireNonNull(
                PhotoPipeline.process(new Request(file, LIMITS, true)).original());

        assertThat(new String(original, StandardCharsets.ISO_8859_1)).doesNotContain("SECRET");
        assertThat(difference(SamplePhotos.read(original), SamplePhotos.read(WHOLE), HEIGHT))
                .isLessThan(1);
    }

    private void assertRefused(byte[] file) {
        assertThatExceptionOfType(PhotoRefusedException.class)
                .isThrownBy(() -> PhotoPipeline.process(file, LIMITS, codecs))
                .returns(Reason.TRUNCATED, PhotoRefusedException::reason);
    }

    private static byte[] cutWithEnd(int percent) {
        byte[] cut = Arrays.copyOf(WHOLE, WHOLE.length * percent / 100);
        cut[cut.length - 2] = (byte) 0xFF;
        cut[cut.length - 1] = (byte) 0xD9;
        return cut;
    }

    private static byte[] text(String latin) {
        return latin.getBytes(StandardCharsets.ISO_8859_1);
    }

    /** The mean of all samples in the first rows. */
    private static double difference(BufferedImage one, BufferedImage other, int rows) {
        long sum = 0;
        for (int y = 0; y < rows; y++) {
            for (int x = 0; x < one.getWidth(); x++) {
                sum += Math.abs((one.getRGB(x, y) & 0xFF) - (other.getRGB(x, y) & 0xFF));
            }
        }
        return (double) sum / rows / one.getWidth();
    }
}
