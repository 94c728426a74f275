package org.consilium.review;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.account.AccountSummary;
import org.consilium.audit.AuditKind;
import org.consilium.platform.VersionedEntity;
import org.consilium.review.rule.RuleName;
import org.consilium.review.rule.Why;
import org.jspecify.annotations.Nullable;

/**
 * What a rule has found about a person, a patient, and a day: an officer decides about it once. {@link Findings} adds
 * it, and what more there is on the same day until then.
 */
@Entity
@Table(name = "review_finding")
public class Finding extends VersionedEntity {

    @Enumerated(EnumType.STRING)
    @Column(name = "rule_name")
    private RuleName rule;

    @Column(name = "account_id")
    private long accountKey;

    @Column(name = "patient_id")
    private @Nullable Long patientKey;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private Why why;

    /** Of the sentence that says why, separated by spaces. */
    private String numbers;

    /** Of the last entry. */
    @Enumerated(EnumType.STRING)
    private AuditKind kind;

    private long entries;

    @Column(name = "first_at")
    private Instant firstAt;

    @Column(name = "last_at")
    private Instant lastAt;

    @Column(name = "found_at")
    private Instant foundAt;

    @Column(name = "due_at")
    private Instant dueAt;

    /** When it goes to a second officer; null once it has, or is decided. */
    @Column(name = "hand_on_at")
    private @Nullable Instant handOnAt;

    @Column(name = "handed_on_at")
    private @Nullable Instant handedOnAt;

    /** The officer who had opened it, and has not decided in time; null if nobody had. */
    @Column(name = "handed_on_from")
    private @Nullable Long handedOnFrom;

    @Column(name = "decided_at")
    private @Nullable Instant decidedAt;

    /** 0 while it is open, its key once it is decided: what is found then is another finding. */
    @SuppressWarnings("unused") // a part of the key that is unique
    private long settled;

    @SuppressWarnings("NullAway.Init") // rows are added by a statement, and JPA fills the fields
    protected Finding() {}

    /**
     * Notes that it is decided.
     *
     * @throws ReviewRefusedException when it is decided already
     */
    void decide(Instant now) {
        if (decidedAt != null) {
            throw new ReviewRefusedException(ReviewRefusal.DECIDED);
        }
        decidedAt = now;
        settled = key();
        handOnAt = null;
    }

    /**
     * Gives it to a second officer, because it was not decided in time.
     *
     * @param opener the officer who has had it open first; null if nobody has
     */
    void handOn(@Nullable Long opener, Instant now) {
        handOnAt = null;
        handedOnAt = now;
        handedOnFrom = opener;
    }

    boolean isHandedOnFrom(long officer) {
        return handedOnFrom != null && handedOnFrom == officer;
    }

    /**
     * As the officers see it.
     *
     * @param people by the keys of their accounts
     * @param reader the key of the officer
     */
    FindingRow asRow(Map<Long, AccountSummary> people, long reader, Instant now) {
        AccountSummary person = Objects.requireNonNull(people.get(accountKey));
        return new FindingRow(
                new FindingId(publicId()),
                rule,
                why,
                numbers(),
                FindingRow.Party.of(person),
                person.role(),
                patientKey == null ? null : FindingRow.Party.of(Objects.requireNonNull(people.get(patientKey))),
                day,
                kind,
                entries,
                firstAt,
                lastAt,
                dueAt,
                decidedAt == null && !now.isBefore(dueAt),
                isHandedOnFrom(reader));
    }

    private List<Long> numbers() {
        return Arrays.stream(numbers.split(" ", -1))
                .filter(number -> !number.isEmpty())
                .map(Long::valueOf)
                .toList();
    }

    Instant foundAt() {
        return foundAt;
    }

    long entries() {
        return entries;
    }

    long accountKey() {
        return accountKey;
    }

    @Nullable
    Long patientKey() {
        return patientKey;
    }

    FindingId id() {
        return new FindingId(publicId());
    }
}
