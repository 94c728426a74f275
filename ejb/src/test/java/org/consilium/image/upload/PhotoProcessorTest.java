package org.consilium.image.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.consilium.image.ImageRefusedException;
import org.consilium.image.ImageRefusedException.Reason;
import org.consilium.image.ImageService;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.imaging.client.NoWorkerException;
import org.consilium.imaging.client.PhotoWorkers;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PhotoProcessorTest {

    @Test
    void anEndlessFileIsReadUpToTheLimit() {
        EndlessFile endless = new EndlessFile();

        assertThatExceptionOfType(ImageRefusedException.class)
                .isThrownBy(() -> PhotoProcessor.read(endless))
                .satisfies(refused -> assertThat(refused.reason()).isEqualTo(Reason.TOO_LARGE));

        assertThat(endless.read).isEqualTo(ImageService.MAX_BYTES + 1);
    }

    @ParameterizedTest
    @EnumSource
    void everyRefusalByAWorkerHasAReasonForPeople(PhotoRefusedException.Reason reason) {
        assertThat(PhotoProcessor.refusal(new PhotoRefusedException(reason)).reason())
                .hasToString(reason.name());
    }

    /** Where a service confines decoders, the node starts none of its own. */
    @Test
    void photosAreDecodedByTheServiceThatIsConfigured(@TempDir Path folder) {
        Request photo = new Request(SamplePhotos.png(8, 8), new PixelLimits(100, 100));
        String missing = folder.resolve("s").toString();

        try (PhotoWorkers service = PhotoProcessor.workers(Optional.of(missing))) {
            assertThatExceptionOfType(NoWorkerException.class).isThrownBy(() -> service.process(photo));
        }
    }

    /** Starts like a JPEG and never ends. */
    private static final class EndlessFile extends InputStream {

        private long read;

        @Override
        public int read() throws IOException {
            read++;
            return 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int most) {
            Arrays.fill(target, offset, offset + most, (byte) 0xFF);
            read += most;
            return most;
        }
    }
}
