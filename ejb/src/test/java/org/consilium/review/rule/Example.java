package org.consilium.review.rule;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.consilium.access.Role;
import org.consilium.account.PersonName;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.consilium.review.mark.MarkKind;
import org.consilium.review.mark.PatientMark;
import org.jspecify.annotations.Nullable;

/** Doctor Núñez, whose account has the key 7, and a patient of the key 40: what the doctor has done, for examples. */
final class Example {

    static final long DOCTOR = 7;
    static final long COLLEAGUE = 8;
    static final long PATIENT = 40;
    static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");

    private static final PersonKeys NUNEZ = PersonKeys.of(new PersonName("Ana", "Núñez"));
    private static final PersonKeys OTHER = PersonKeys.of(new PersonName("Ben", "Okafor"));

    private Example() {}

    /** The doctor has read the patient's consultation. */
    static Entry view() {
        return entry(AuditKind.VIEW, "READ_CONSULTATION", Outcome.DONE, "CARE_TEAM", null);
    }

    static Entry entry(
            AuditKind kind, String action, Outcome outcome, @Nullable String relation, @Nullable String reason) {
        return new Entry(
                1, NOW, kind, action, outcome, DOCTOR, Role.DOCTOR, PATIENT, true, relation, null, null, reason);
    }

    static Access of(Entry entry) {
        return new Access(entry, NUNEZ, OTHER, List.of(), Map.of());
    }

    /** The doctor has read the consultation of a patient of this name. */
    static Access named(String first, String last) {
        return new Access(view(), NUNEZ, PersonKeys.of(new PersonName(first, last)), List.of(), Map.of());
    }

    /** The doctor has read the consultation of a marked patient, and has a colleague. */
    static Access marked(MarkKind kind, @Nullable Long staff) {
        PersonKeys colleague = PersonKeys.of(new PersonName("Chen", "Li"));
        return new Access(view(), NUNEZ, OTHER, List.of(new PatientMark(kind, staff)), Map.of(COLLEAGUE, colleague));
    }
}
