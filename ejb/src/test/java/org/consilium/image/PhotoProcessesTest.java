package org.consilium.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.consilium.image.ImageRefusedException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What strangers send is decoded by processes that may end without harm. */
class PhotoProcessesTest {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    private final PhotoProcesses processes = new PhotoProcesses();

    @AfterEach
    void end() {
        processes.close();
    }

    @Test
    void developAsThisProcessWould() throws IOException {
        byte[] file = jpeg(640, 480);
        Photo here = PhotoLab.developHere(file, LIMITS);
        Photo there = processes.develop(file, LIMITS);
        assertThat(there.full()).isEqualTo(here.full());
        assertThat(there.display()).isEqualTo(here.display());
        assertThat(there.thumbnail()).isEqualTo(here.thumbnail());
        assertThat(there.original()).isEqualTo(file);
        assertThat(there)
                .returns(640, Photo::width)
                .returns(480, Photo::height)
                .returns(here.sha256(), Photo::sha256)
                .returns("image/jpeg", Photo::contentType);
    }

    @Test
    void refuseWithTheReasonAndGoOn() throws IOException {
        byte[] file = jpeg(640, 480);
        assertRefused(Arrays.copyOf(file, file.length / 2), LIMITS, Reason.TRUNCATED);
        assertRefused(file, new PixelLimits(1000, 1000), Reason.TOO_MANY_PIXELS);
        long process = children();
        assertThat(processes.develop(file, LIMITS).width()).isEqualTo(640);
        assertThat(children()).as("the same process").isEqualTo(process);
    }

    @Test
    void oneThatWasEndedIsReplaced() throws IOException {
        byte[] file = jpeg(64, 48);
        var unused = processes.develop(file, LIMITS);
        darkRooms().forEach(ProcessHandle::destroyForcibly);
        assertThat(processes.develop(file, LIMITS).width()).isEqualTo(64);
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() throws IOException {
        try (PhotoProcess process = PhotoProcess.start()) {
            byte[] large = jpeg(4000, 3000);
            assertThatIOException().isThrownBy(() -> process.develop(large, LIMITS, Duration.ofMillis(1)));
            assertThat(process.handle().onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    @Test
    void knowNoSecretOfTheirNode() throws IOException {
        var unused = processes.develop(jpeg(64, 48), LIMITS);
        Path environment = Path.of(
                "/proc", String.valueOf(darkRooms().findFirst().orElseThrow().pid()), "environ");
        assertThat(Files.readString(environment)).isEmpty();
    }

    /** The most pixels and bytes that are let in, turned, within the heap that a process has. */
    @Test
    void haveRoomForTheLargestPhoto() throws IOException {
        byte[] file = Arrays.copyOf(jpeg(10_000, 10_000), (int) ImageService.MAX_BYTES);
        Photo photo = processes.develop(file, LIMITS);
        assertThat(photo.width()).isEqualTo(Rendition.DISPLAY.longestSide());
    }

    /** A phone's largest, which is decoded in full, with more in it than any photo has. */
    @Test
    void haveRoomForAPhotoOfNoise() throws IOException {
        BufferedImage noise = new BufferedImage(6000, 4000, BufferedImage.TYPE_3BYTE_BGR);
        new Random(1).nextBytes(((DataBufferByte) noise.getRaster().getDataBuffer()).getData());
        byte[] file = jpeg(noise);
        assertThat(file.length).isBetween(10_000_000, (int) ImageService.MAX_BYTES);
        assertThat(processes.develop(file, LIMITS).full().length).isGreaterThan(5_000_000);
    }

    private void assertRefused(byte[] file, PixelLimits limits, Reason reason) {
        assertThatExceptionOfType(ImageRefusedException.class)
                .isThrownBy(() -> processes.develop(file, limits))
                .returns(reason, ImageRefusedException::reason);
    }

    private static long children() {
        return darkRooms().mapToLong(ProcessHandle::pid).sum();
    }

    private static Stream<ProcessHandle> darkRooms() {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                        .contains(DarkRoom.class.getName()));
    }

    private static byte[] jpeg(int width, int height) throws IOException {
        return jpeg(new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR));
    }

    private static byte[] jpeg(BufferedImage image) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", file);
        return file.toByteArray();
    }
}
