package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.time.Duration;
import org.consilium.draft.DraftPlace;
import org.consilium.draft.DraftService;
import org.consilium.draft.DraftTimer;
import org.consilium.draft.SavedDraft;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A draft is kept for thirty days after it was last saved, and not longer. */
class DraftExpiryIT extends InContainer {

    private static final String TEXT = "{\"reply:message\":\"Not sent yet\"}";

    @Inject
    private DraftService drafts;

    @Inject
    private DraftTimer timer;

    private final DraftPlace place =
            DraftPlace.of("written/consultation/expiring").orElseThrow();

    private Actor patient;

    @BeforeEach
    void draft() {
        patient = hospital.patient();
        assertThat(save(0)).isPositive();
    }

    private long save(long base) {
        return patient.asks(() -> drafts.save(place, TEXT, base)).orElseThrow();
    }

    @Test
    void itIsThereForThirtyDays() {
        age(Duration.ofDays(30).minusMinutes(1));
        timer.removeExpired();
        assertThat(found().text()).isEqualTo(TEXT);

        long next = save(found().version());
        assertThat(found().version()).isEqualTo(next);
        age(Duration.ofDays(30).minusMinutes(1));
        assertThat(found().text()).as("thirty days more").isEqualTo(TEXT);
    }

    @Test
    void itIsGoneAfterThirtyDays() {
        long version = found().version();
        age(Duration.ofDays(30).plusMinutes(1));
        assertThat(found().text()).as("before the timer comes").isEmpty();
        timer.removeExpired();
        assertThat(rows.count("draft where account_id = ?", patient.key())).isZero();
        assertThat(save(version)).as("its versions do not return").isGreaterThan(version);
    }

    @Test
    void anEmptyOneStaysForADayAgainstLateSaves() {
        long version = found().version();
        patient.does(() -> drafts.empty(place));
        age(Duration.ofDays(1).minusMinutes(1));
        timer.removeExpired();
        assertThat(patient.asks(() -> drafts.save(place, TEXT, version))).isEmpty();
        age(Duration.ofMinutes(2));
        timer.removeExpired();
        assertThat(rows.count("draft where account_id = ?", patient.key())).isZero();
    }

    private SavedDraft found() {
        return patient.asks(() -> drafts.find(place)).orElseThrow();
    }

    /** Makes as much time pass. */
    private void age(Duration time) {
        rows.change(
                "update draft set expires_at = expires_at - interval ? second where account_id = ?",
                time.toSeconds(),
                patient.key());
    }
}
