package org.consilium.imaging.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.management.ThreadMXBean;
import java.awt.image.BufferedImage;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.codec.Codecs;
import org.consilium.testing.photo.CraftedFiles;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@ParameterizedClass
@MethodSource("org.consilium.imaging.worker.JpegCodecs#installed")
class RefusedPhotosTest {

    private static final BufferedImage QUARTERS = SamplePhotos.quarters(200, 100, BufferedImage.TYPE_INT_RGB);

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private final Codecs codecs;

    RefusedPhotosTest(Codecs codecs) {
        this.codecs = codecs;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>",
                "<!doctype html><script>alert(1)</script>",
                "my arm itches",
                "GIF89a\1\0\1\0",
                "PK\3\4 and so on",
                "%PDF-1.7",
                "BM a bitmap",
                "RIFF\0\0\0\0WAVE",
                "\0\0\0\30ftypisom a film"
            })
    void whatIsNoPhotoIsRefusedWhateverItIsCalled(String content) {
        assertRefused(content.getBytes(StandardCharsets.ISO_8859_1), Reason.NOT_AN_IMAGE);
    }

    @Test
    void emptyFileIsRefused() {
        assertRefused(new byte[0], Reason.EMPTY);
    }

    @ParameterizedTest
    @CsvSource({
        "heic, HEIC",
        "heix, HEIC",
        "mif1, HEIC",
        "mif1____mif1heic, HEIC",
        "avif, AVIF",
        "avis, AVIF",
        "mif1____mif1miafavif, AVIF",
        "MA1B____mif1avis, AVIF"
    })
    void photosThatThisMachineCannotDecodeAreNamedAsWhatTheyAre(String brands, Reason reason) {
        String size = "\0\0\0" + (char) (8 + brands.length());
        assertRefused((size + "ftyp" + brands).getBytes(StandardCharsets.ISO_8859_1), reason);
    }

    static Stream<byte[]> wholePhotos() {
        return Stream.of(
                SamplePhotos.jpeg(QUARTERS),
                SamplePhotos.progressiveJpeg(QUARTERS),
                SamplePhotos.png(QUARTERS),
                SamplePhotos.WEBP_LOSSY,
                SamplePhotos.WEBP_LOSSLESS);
    }

    @ParameterizedTest
    @MethodSource("wholePhotos")
    void truncatedPhotoIsRefusedWhereverItEnds(byte[] whole) {
        for (int part = 1; part < 9; part++) {
            byte[] beginning = Arrays.copyOf(whole, Math.max(16, whole.length * part / 10));
            assertRefused(beginning, Reason.TRUNCATED);
        }
    }

    @Test
    void jpegThatOnlyPretendsToEndIsRefused() {
        byte[] whole = SamplePhotos.jpeg(QUARTERS);
        byte[] beginning = Arrays.copyOf(whole, whole.length * 8 / 10);
        beginning[beginning.length - 2] = (byte) 0xFF;
        beginning[beginning.length - 1] = (byte) 0xD9;

        assertRefused(beginning, Reason.TRUNCATED);
    }

    static List<byte[]> hugeClaims() {
        return List.of(
                CraftedFiles.pngClaiming(50_000, 50_000),
                CraftedFiles.pngClaiming(Integer.MAX_VALUE, Integer.MAX_VALUE),
                CraftedFiles.jpegClaiming(50_000, 50_000),
                CraftedFiles.webpClaiming(50_000, 50_000));
    }

    @ParameterizedTest
    @MethodSource("hugeClaims")
    void hugeClaimIsRefusedFromTheHeader(byte[] file) {
        assertRefused(file, Reason.TOO_MANY_PIXELS);
        ThreadMXBean thread = (ThreadMXBean) ManagementFactory.getThreadMXBean();

        long before = thread.getCurrentThreadAllocatedBytes();
        assertRefused(file, Reason.TOO_MANY_PIXELS);

        assertThat(thread.getCurrentThreadAllocatedBytes() - before).isLessThan(5_000_000);
    }

    @Test
    void textsThatUnfoldWithoutLimitAreNotUnfolded() {
        byte[] notEvenCompressed = new byte[1000];
        byte[] file = CraftedFiles.withChunk(SamplePhotos.png(QUARTERS), "zTXt", notEvenCompressed);

        assertThat(PhotoPipeline.process(file, LIMITS, codecs).renditions().width())
                .isEqualTo(200);
    }

    @Test
    void damageOfAnyKindIsAnsweredByARefusal() {
        Random random = new Random(20_260_101);
        List<byte[]> photos = wholePhotos().toList();
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = photos.get(round % photos.size()).clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                damaged[random.nextInt(damaged.length)] ^= (byte) (1 << random.nextInt(8));
            }
            developOrRefuse(damaged);
        }
    }

    private void developOrRefuse(byte[] damaged) {
        try {
            assertThat(PhotoPipeline.process(damaged, LIMITS, codecs)
                            .renditions()
                            .display())
                    .isNotEmpty();
        } catch (PhotoRefusedException refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    private void assertRefused(byte[] file, Reason expected) {
        PhotoRefusedException refused =
                catchThrowableOfType(PhotoRefusedException.class, () -> PhotoPipeline.process(file, LIMITS, codecs));

        assertThat(refused).isNotNull();
        assertThat(refused.reason()).isEqualTo(expected);
    }
}
