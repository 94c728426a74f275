package org.consilium.imaging.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.ProcessedPhoto;
import org.consilium.imaging.Rendition;
import org.consilium.imaging.Renditions;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.worker.PhotoPipeline;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What strangers send is decoded by processes that may end without harm. */
class PhotoWorkersTest {

    private static final PixelLimits LIMITS = new PixelLimits(100_000_000, 25_000_000);

    /** The largest file that the application takes. */
    private static final int MAX_BYTES = 50 * 1024 * 1024;

    private final PhotoWorkers workers = PhotoWorkers.asChildren();

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void developAsThisProcessWould() throws IOException {
        byte[] file = jpeg(640, 480);
        ProcessedPhoto here = PhotoPipeline.process(file, LIMITS);
        ProcessedPhoto there = process(file, LIMITS);
        assertThat(there.renditions().full()).isEqualTo(here.renditions().full());
        assertThat(there.renditions().display()).isEqualTo(here.renditions().display());
        assertThat(there.renditions().thumbnail()).isEqualTo(here.renditions().thumbnail());
        assertThat(there.renditions()).returns(640, Renditions::width).returns(480, Renditions::height);
        assertThat(there).returns("image/jpeg", ProcessedPhoto::contentType);
    }

    @Test
    void refuseWithTheReasonAndGoOn() throws IOException {
        byte[] file = jpeg(640, 480);
        assertRefused(Arrays.copyOf(file, file.length / 2), LIMITS, Reason.TRUNCATED);
        assertRefused(file, new PixelLimits(1000, 1000), Reason.TOO_MANY_PIXELS);
        long process = children();
        assertThat(process(file, LIMITS).renditions().width()).isEqualTo(640);
        assertThat(children()).as("the same process").isEqualTo(process);
    }

    @Test
    void oneThatWasEndedIsReplaced() throws IOException {
        byte[] file = jpeg(64, 48);
        var unused = process(file, LIMITS);
        workerProcesses().forEach(ProcessHandle::destroyForcibly);
        assertThat(process(file, LIMITS).renditions().width()).isEqualTo(64);
    }

    @Test
    void oneThatDoesNotAnswerIsEnded() throws IOException {
        ChildProcess process = ChildProcess.launch();
        try (Worker worker = Worker.start(() -> process, Duration.ofSeconds(30))) {
            byte[] large = jpeg(4000, 3000);
            assertThatIOException().isThrownBy(() -> worker.process(new Request(large, LIMITS), Duration.ofMillis(1)));
            assertThat(process.handle().onExit()).succeedsWithin(Duration.ofSeconds(10));
        }
    }

    /** The most pixels and bytes that are let in, turned, within the heap that a process has. */
    @Test
    void haveRoomForTheLargestPhoto() throws IOException {
        byte[] file = Arrays.copyOf(jpeg(10_000, 10_000), MAX_BYTES);
        ProcessedPhoto photo = process(file, LIMITS);
        assertThat(photo.renditions().width()).isEqualTo(Rendition.DISPLAY.longestSide());
    }

    /** A phone's largest, which is decoded in full, with more in it than any photo has. */
    @Test
    void haveRoomForAPhotoOfNoise() throws IOException {
        BufferedImage noise = new BufferedImage(6000, 4000, BufferedImage.TYPE_3BYTE_BGR);
        new Random(1).nextBytes(((DataBufferByte) noise.getRaster().getDataBuffer()).getData());
        byte[] file = jpeg(noise);
        assertThat(file.length).isBetween(10_000_000, MAX_BYTES);
        assertThat(process(file, LIMITS).renditions().full().length).isGreaterThan(5_000_000);
    }

    private void assertRefused(byte[] file, PixelLimits limits, Reason reason) {
        assertThatExceptionOfType(PhotoRefusedException.class)
                .isThrownBy(() -> process(file, limits))
                .returns(reason, PhotoRefusedException::reason);
    }

    private ProcessedPhoto process(byte[] file, PixelLimits limits) {
        try {
            return workers.process(new Request(file, limits, true));
        } catch (NoWorkerException unavailable) {
            throw new AssertionError(unavailable);
        }
    }

    private static long children() {
        return workerProcesses().mapToLong(ProcessHandle::pid).sum();
    }

    private static Stream<ProcessHandle> workerProcesses() {
        return ProcessHandle.current()
                .children()
                .filter(child -> Arrays.asList(child.info().arguments().orElse(new String[0]))
                        .contains(ChildProcess.MAIN));
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
