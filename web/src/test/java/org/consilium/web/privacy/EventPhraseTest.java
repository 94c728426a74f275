package org.consilium.web.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.RecordId;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.access.TrailReason;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.web.site.Language;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever stands in the trail can be said in words, in each language. Each action leaves an entry if it is refused,
 * and what is done outside of calls has the name of its kind.
 */
class EventPhraseTest {

    /** A new reason, and a new kind of record, is found by itself. */
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.consilium");

    @ParameterizedTest
    @EnumSource
    void everyCodeHasWords(Language language) {
        List<String> keys = new ArrayList<>();
        add(keys, EventPhrase.ACTION, Action.values());
        add(keys, EventPhrase.ACTION, AuditKind.values());
        add(keys, "trail.kind.", AuditKind.values());
        add(keys, "trail.outcome.", Outcome.values());
        CODE.stream()
                .filter(code -> code.isAssignableTo(TrailReason.class) && code.isEnum())
                .forEach(code ->
                        add(keys, "trail.reason.", (Enum<?>[]) code.reflect().getEnumConstants()));
        CODE.stream()
                .filter(code -> code.isAssignableTo(RecordId.class) && !code.isInterface())
                .forEach(code -> keys.add("trail.record." + recordType(code.getSimpleName())));
        add(keys, "trail.relation.", Relation.values());
        add(keys, "trail.role.", Role.values());
        assertThat(keys)
                .hasSizeGreaterThan(80)
                .contains("trail.reason.LIFE_AT_RISK", "trail.reason.NOT_PERMITTED", "trail.record.EMERGENCY")
                .allSatisfy(
                        key -> assertThat(Words.in(language).find(key)).as(key).isPresent());
    }

    /** As the trail writes it: ConsultationId is of a CONSULTATION. */
    private static String recordType(String id) {
        return id.replaceFirst("Id$", "").replaceAll("(?<=[a-z])(?=[A-Z])", "_").toUpperCase(Locale.ROOT);
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

    @Test
    void aPageHasItsAddress() {
        Words words = Words.in(Language.ENGLISH);
        assertThat(EventPhrase.action(entry("OPEN_PAGE", "VIEW", "page=EMERGENCY"), words))
                .isEqualTo("opened the page /emergency");
        assertThat(EventPhrase.action(entry("OPEN_PAGE", "VIEW", "page=CONSULTATION_ACCESS"), words))
                .isEqualTo("opened the page /consultation/…/access");
        assertThat(EventPhrase.action(entry("OPEN_PAGE", "VIEW", "page=OF_ANOTHER_VERSION"), words))
                .isEqualTo("opened a page");
    }

    private static TrailEntry entry(String action, String kind) {
        return entry(action, kind, null);
    }

    private static TrailEntry entry(String action, String kind, @Nullable String detail) {
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
                detail);
    }
}
