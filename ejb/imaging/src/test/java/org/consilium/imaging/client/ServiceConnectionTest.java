package org.consilium.imaging.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.imaging.PhotoRefusedException;
import org.consilium.imaging.PhotoRefusedException.Reason;
import org.consilium.imaging.PixelLimits;
import org.consilium.imaging.WorkerProtocol.Request;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node whose workers are started by a service, as in the machine image. */
class ServiceConnectionTest {

    private static final Request PHOTO = new Request(SamplePhotos.png(64, 48), new PixelLimits(1_000_000, 1_000_000));

    /** The path of a Unix socket has at most 107 bytes. */
    @TempDir
    private Path folder;

    private PhotoWorkers workers = PhotoWorkers.asChildren();

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void aWorkerIsKept() throws Exception {
        try (WorkerService service = WorkerService.start(socket())) {
            assertWidth();
            assertWidth();
            assertThat(service.connections()).isEqualTo(1);
        }
    }

    @Test
    void oneThatHasEndedIsReplacedUnnoticed() throws Exception {
        try (WorkerService service = WorkerService.start(socket())) {
            assertWidth();
            service.endWorkers();
            assertWidth();
            assertThat(service.connections()).isEqualTo(2);
        }
    }

    @Test
    void oneThatSpeaksUnaskedIsNotTrusted() throws Exception {
        try (WorkerService service = WorkerService.start(socket())) {
            assertWidth();
            service.sayToNodes(0);
            assertWidth();
            assertThat(service.connections()).isEqualTo(2);
        }
    }

    @Test
    void aServiceThatStartsNoneIsAFaultOfTheMachineAndNotOfThePhoto() throws Exception {
        try (WorkerService service = WorkerService.refusing(socket())) {
            assertThatExceptionOfType(NoWorkerException.class).isThrownBy(() -> workers.process(PHOTO));
            assertThat(service.connections()).isEqualTo(1);
        }
    }

    @Test
    void aMissingServiceToo() {
        workers = PhotoWorkers.ofService(socket());
        assertThatExceptionOfType(NoWorkerException.class).isThrownBy(() -> workers.process(PHOTO));
    }

    @Test
    void onlyAnAnswerIsTaken() throws Exception {
        // ready, a refusal, and the length of its reason, which is unknown
        try (WorkerService service = WorkerService.saying(socket(), 2, 1, 0, 1, 'X')) {
            assertThatExceptionOfType(PhotoRefusedException.class)
                    .isThrownBy(() -> workers.process(PHOTO))
                    .returns(Reason.TRUNCATED, PhotoRefusedException::reason);
            assertThat(service.connections()).isEqualTo(2);
        }
    }

    private Path socket() {
        Path socket = folder.resolve("s");
        workers = PhotoWorkers.ofService(socket);
        return socket;
    }

    private void assertWidth() throws NoWorkerException, IOException {
        assertThat(workers.process(PHOTO).renditions().width()).isEqualTo(64);
    }
}
