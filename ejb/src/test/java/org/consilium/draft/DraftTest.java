package org.consilium.draft;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.consilium.secret.SecretKeys;
import org.consilium.secret.TestKeys;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class DraftTest {
    private static final Instant NOW = Instant.parse("2027-03-01T10:00:00Z");
    private static final DraftPlace PLACE =
            DraftPlace.of("written/consultation/abc").orElseThrow();
    private static final String TEXT = "{\"reply:message\":\"Ça démange 🙂\"}";

    private SecretKeys keys;

    @BeforeEach
    void keys() throws ReflectiveOperationException {
        keys = TestKeys.of("the-first-key-of-the-tests-28chars");
    }

    private Draft saved() {
        Draft draft = new Draft(1, PLACE, NOW);
        draft.save(TEXT, keys, NOW);
        return draft;
    }

    @Test
    void givesBackItsTextForThirtyDays() {
        Draft draft = saved();
        assertThat(draft.read(keys, NOW.plus(Draft.TTL).minusMillis(1)).text()).isEqualTo(TEXT);
        assertThat(draft.read(keys, NOW.plus(Draft.TTL)).text()).isEmpty();
        assertThat(Draft.TTL).isEqualTo(Duration.ofDays(30));
    }

    @Test
    void hasAnotherVersionAfterEachStep() {
        Draft draft = saved();
        long first = draft.version();
        draft.save(TEXT, keys, NOW);
        draft.empty(NOW);
        assertThat(draft.version()).isEqualTo(first + 2);
        assertThat(draft.read(keys, NOW)).isEqualTo(new SavedDraft("", first + 2));
    }

    @Test
    void isEmptyIfItsKeyIsGone() throws ReflectiveOperationException {
        SecretKeys others = TestKeys.of("another-key-of-the-tests-28-chars");
        assertThat(saved().read(others, NOW)).isEqualTo(new SavedDraft("", saved().version()));
    }

    /** It is about a patient: a log must not have it. */
    @Test
    void itsTextIsNotInItsDescription() {
        assertThat(saved().read(keys, NOW).toString()).doesNotContain("démange");
    }

    @Test
    void aPlaceIsAFormAndAPage() {
        assertThat(DraftPlace.of("submitted/consultation/new")).isPresent();
        assertThat(DraftPlace.of("written")).isEmpty();
        assertThat(DraftPlace.of("written/../x")).isEmpty();
        assertThat(DraftPlace.of("written/a/b/c/d")).isEmpty();
        assertThat(DraftPlace.of("Written/a")).isEmpty();
        assertThat(DraftPlace.of("written/" + "a".repeat(41))).isEmpty();
    }
}
