package org.consilium.ear.service;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import org.consilium.consultation.ConsultationId;
import org.consilium.image.ImageId;
import org.consilium.image.ImageService;
import org.consilium.imaging.Rendition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What uploads leave behind is swept away in time, and what a message shows never is. */
class ImageSweepIT extends InContainer {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Inject
    private ImageService images;

    @Inject
    private Sweeper sweeper;

    private Actor patient;
    private ImageId image;
    private URI link;

    @BeforeEach
    void photo() {
        patient = hospital.patient();
        image = photo(patient);
        link = requireNonNull(
                patient.asks(() -> images.view(image, Rendition.DISPLAY)).link());
    }

    @Test
    void aPhotoWaitsForItsMessageAsLongAsADraft() {
        aged("STORED", Duration.ofDays(30).minus(MINUTE));
        sweeper.sweep();
        assertKept();

        aged("STORED", Duration.ofDays(30).plus(MINUTE));
        sweeper.sweep();
        assertGone();
    }

    @Test
    void aPhotoThatWasNeverStoredIsSweptAwayAfterADay() {
        aged("AWAITED", Duration.ofHours(24).minus(MINUTE));
        sweeper.sweep();
        assertKept();

        aged("AWAITED", Duration.ofHours(24).plus(MINUTE));
        sweeper.sweep();
        assertGone();
    }

    @Test
    void whatCouldNotBeRemovedIsRemovedLater() {
        aged("DISCARDED", Duration.ofHours(1).plus(MINUTE));
        sweeper.sweep();
        assertGone();
    }

    @Test
    void aPhotoInAMessageStays() {
        ConsultationId id = submittedBy(patient);
        patient.does(() -> consultations.write(id, Forms.message("A photo", image)));
        aged("STORED", Duration.ofDays(3650));
        sweeper.sweep();
        assertKept();
    }

    private void aged(String status, Duration age) {
        rows.change(
                "update image set status = ?, created_at = ? where public_id = ?",
                status,
                Timestamp.from(Instant.now().minus(age)),
                image.value());
    }

    private void assertKept() {
        assertThat(rows.count("image where public_id = ?", image.value())).isEqualTo(1);
        assertThat(Links.status(link)).isEqualTo(200);
    }

    private void assertGone() {
        assertThat(rows.count("image where public_id = ?", image.value())).isZero();
        assertThat(Links.status(link)).isEqualTo(404);
    }
}
