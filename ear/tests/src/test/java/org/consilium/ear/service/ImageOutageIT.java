package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImagesUnavailableException;
import org.consilium.testing.photo.SamplePhotos;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** While the object store hangs photos are refused, and all else goes on. */
class ImageOutageIT extends InContainer {

    @Inject
    private Sweeper sweeper;

    @Inject
    @ConfigProperty(name = "consilium.test.s3-process")
    private String storeProcess;

    @AfterEach
    void goOn() throws Exception {
        signal("-CONT");
    }

    @Test
    void refusesPhotosAndTakesMessages() throws Exception {
        Actor patient = hospital.patient();
        ConsultationId id = submittedBy(patient);
        signal("-STOP");

        assertThatExceptionOfType(ImagesUnavailableException.class)
                .isThrownBy(() ->
                        patient.asks(() -> uploads.upload(new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)));
        patient.does(() -> consultations.write(id, Forms.message("No photo, but it is red.")));
        assertThat(read(patient, id).entries()).hasSize(2);

        signal("-CONT");
        assertThat(rows.column("select status from image where owner_id = ?", patient.key()))
                .containsExactly("DISCARDED");
        rows.change(
                "update image set created_at = ? where owner_id = ?",
                Timestamp.from(Instant.now().minus(Duration.ofMinutes(61))),
                patient.key());
        sweeper.sweep();
        assertThat(rows.count("image where owner_id = ?", patient.key())).isZero();
        assertThat(patient.asks(() -> uploads.upload(new ByteArrayInputStream(SamplePhotos.png(8, 8)), false)))
                .isNotNull();
    }

    private void signal(String name) throws IOException, InterruptedException {
        int exitCode = new ProcessBuilder("kill", name, storeProcess).start().waitFor();
        assertThat(exitCode).isZero();
    }
}
