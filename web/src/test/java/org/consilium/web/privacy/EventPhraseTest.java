package org.consilium.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Refusal;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.account.SignInFailure;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever stands in the trail can be said in words, in each language. Each action leaves an entry if it is refused,
 * and what is done outside of calls has the name of its kind.
 */
class EventPhraseTest {

    @ParameterizedTest
    @EnumSource
    void everyCodeHasWords(Language language) {
        List<String> keys = new ArrayList<>();
        add(keys, EventPhrase.ACTION, Action.values());
        add(keys, EventPhrase.ACTION, AuditKind.values());
        add(keys, "trail.kind.", AuditKind.values());
        add(keys, "trail.outcome.", Outcome.values());
        add(keys, "trail.reason.", Refusal.values());
        add(keys, "trail.reason.", SignInFailure.values());
        add(keys, "trail.relation.", Relation.values());
        add(keys, "trail.role.", Role.values());
        assertThat(keys)
                .hasSizeGreaterThan(80)
                .allSatisfy(
                        key -> assertThat(Words.in(language).find(key)).as(key).isPresent());
    }

    private static void add(List<String> keys, String stem, Enum<?>[] codes) {
        Stream.of(codes).map(code -> stem + code.name()).forEach(keys::add);
    }

    @ParameterizedTest
    @EnumSource
    void aCodeOfAnotherVersionStandsForItself(Language language) {
        Words words = Words.in(language);
        assertThat(EventPhrase.action(entry("READ_CONSULTATION", "VIEW"), words))
                .isEqualTo(words.text("trail.action.READ_CONSULTATION"));
        assertThat(EventPhrase.action(entry("LIST_QUEUE", "SEARCH"), words))
                .isEqualTo(words.text("trail.action.LIST_QUEUE.SEARCH"));
        assertThat(EventPhrase.action(entry("OF_ANOTHER_VERSION", "VIEW"), words))
                .isEqualTo(words.text("trail.action.VIEW"));
        assertThat(EventPhrase.action(entry("OF_ANOTHER_VERSION", "UNKNOWN"), words))
                .isEqualTo("OF_ANOTHER_VERSION");
        assertThat(EventPhrase.text("trail.reason.", "HELD_BACK_ELSEWHERE", words))
                .isEqualTo("HELD_BACK_ELSEWHERE");
        assertThat(EventPhrase.text("trail.reason.", null, words)).isEmpty();
    }

    private static TrailEntry entry(String action, String kind) {
        return new TrailEntry(
                new TrailPosition(Instant.EPOCH, 1),
                kind,
                action,
                "DONE",
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                "node/1",
                null,
                null,
                null);
    }
}
