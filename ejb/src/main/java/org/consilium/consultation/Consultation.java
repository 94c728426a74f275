package org.consilium.consultation;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Set;
import org.consilium.form.FromForm;
import org.consilium.form.SentForm;
import org.consilium.platform.PublicIds;
import org.consilium.platform.TypedText;
import org.consilium.platform.VersionedEntity;
import org.jspecify.annotations.Nullable;

/**
 * One ailment, from the patient's description to the summary. A patient submits it to a team; a clinician of the team
 * takes it; from then on it is the clinic's turn or the patient's, until it is closed. A message of the patient opens
 * it again within {@link #REOPENS_FOR}; after that, the patient starts a new one.
 */
@Entity
@Table(name = "consultation")
public class Consultation extends VersionedEntity implements FromForm {

    /** How long after it is closed the patient can reopen it. */
    public static final Duration REOPENS_FOR = Duration.ofDays(30);

    /** Which the provider gives to a row that it stores. */
    private static final long FIRST_VERSION = 1;

    @Column(name = "patient_id")
    private long patientKey;

    @Column(name = "team_id")
    private long teamKey;

    @Column(name = "clinician_id")
    private @Nullable Long clinicianKey;

    @Enumerated(EnumType.STRING)
    private Status status;

    private int urgency;

    @Column(name = "title", length = ConsultationTitle.MAX)
    private String title;

    @Column(name = "body_site")
    @Enumerated(EnumType.STRING)
    private BodySite bodySite;

    private @Nullable LocalDate since;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "waiting_since")
    private Instant waitingSince;

    /** When it came into the queue of its team; null for one that a version before has stored. */
    @SuppressWarnings("unused") // read by queries
    @Column(name = "queued_since")
    private @Nullable Instant queuedSince;

    @Column(name = "last_activity_at")
    private Instant lastActivityAt;

    @Column(name = "closed_at")
    private @Nullable Instant closedAt;

    private int messages;

    private int summaries;

    private int notes;

    /** Set by a statement of its own, without a new version: the patient sees no change. */
    private int asked;

    @Column(name = "numbered_version")
    private @Nullable Long numberedVersion;

    @Column(name = "idempotency_key")
    private String idempotencyKey;

    @Embedded
    private @Nullable SentForm form;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Consultation() {}

    Consultation(long patientKey, long teamKey, NewConsultation asked, SentForm form, Instant now) {
        super(PublicIds.next());
        this.patientKey = patientKey;
        this.teamKey = teamKey;
        this.status = Status.SUBMITTED;
        this.urgency = asked.severity().urgency();
        this.title = TypedText.strip(asked.title());
        this.bodySite = asked.bodySite();
        this.since = asked.since();
        this.submittedAt = now;
        this.waitingSince = now;
        this.queuedSince = now;
        this.lastActivityAt = now;
        this.messages = 1;
        this.numberedVersion = FIRST_VERSION;
        this.idempotencyKey = asked.idempotencyKey();
        this.form = form;
    }

    /** A clinician of the team takes the case on. */
    void take(long clinician, Instant now) {
        require(Step.TAKE, status == Status.SUBMITTED);
        clinicianKey = clinician;
        status = Status.IN_PROGRESS;
        happened(now);
    }

    /** The patient has written a message: it is the clinic's turn, and a closed consultation is open again. */
    void patientWrote(Instant now) {
        require(Step.WRITE, canPatientWrite(now));
        if (status == Status.WAITING_FOR_PATIENT || status == Status.CLOSED) {
            status = clinicianKey == null ? Status.SUBMITTED : Status.IN_PROGRESS;
            waitingSince = now;
            queuedSince = now;
            closedAt = null;
        }
        messages++;
        happened(now);
    }

    /** A clinician has answered with a message: it is the patient's turn. */
    void clinicianWrote(Instant now) {
        require(Step.WRITE, isInCare());
        messages++;
        status = Status.WAITING_FOR_PATIENT;
        happened(now);
    }

    /** Moves to the queue of a team, where any clinician can take it. */
    void handOver(long team, Instant now) {
        require(Step.HAND_OVER, status != Status.CLOSED);
        teamKey = team;
        clinicianKey = null;
        status = Status.SUBMITTED;
        queuedSince = now;
        happened(now);
    }

    /** A clinician has closed it with a summary. */
    void close(Instant now) {
        require(Step.CLOSE, isInCare());
        summaries++;
        status = Status.CLOSED;
        closedAt = now;
        happened(now);
    }

    /** The clocks of two nodes may differ, but no step is dated before an earlier one. */
    private void happened(Instant now) {
        lastActivityAt = now.isAfter(lastActivityAt) ? now : lastActivityAt.plus(1, ChronoUnit.MICROS);
        if (isNumbered()) {
            numberedVersion = version() + 1;
        }
    }

    /** The steps that the patient can take now. */
    Set<Step> stepsOfPatient(Instant now) {
        return canPatientWrite(now) ? EnumSet.of(Step.WRITE) : EnumSet.noneOf(Step.class);
    }

    /** The steps that a clinician of the team can take now. */
    Set<Step> stepsOfClinician() {
        return switch (status) {
            case SUBMITTED -> EnumSet.of(Step.TAKE, Step.HAND_OVER);
            case IN_PROGRESS, WAITING_FOR_PATIENT -> EnumSet.of(Step.WRITE, Step.HAND_OVER, Step.CLOSE);
            case CLOSED -> EnumSet.noneOf(Step.class);
        };
    }

    private boolean canPatientWrite(Instant now) {
        return closedAt == null || now.isBefore(closedAt.plus(REOPENS_FOR));
    }

    private boolean isInCare() {
        return status == Status.IN_PROGRESS || status == Status.WAITING_FOR_PATIENT;
    }

    private void require(Step step, boolean possible) {
        if (!possible) {
            throw new IllegalStepException(step, status);
        }
    }

    @Override
    public @Nullable SentForm form() {
        return form;
    }

    @Override
    public ConsultationId record() {
        return id();
    }

    ConsultationId id() {
        return new ConsultationId(publicId());
    }

    long patientKey() {
        return patientKey;
    }

    long teamKey() {
        return teamKey;
    }

    @Nullable
    Long clinicianKey() {
        return clinicianKey;
    }

    Status status() {
        return status;
    }

    Severity severity() {
        return Severity.of(urgency);
    }

    String title() {
        return title;
    }

    BodySite bodySite() {
        return bodySite;
    }

    @Nullable
    LocalDate since() {
        return since;
    }

    Instant submittedAt() {
        return submittedAt;
    }

    Instant waitingSince() {
        return waitingSince;
    }

    /** The time of the last step, later than that of every step before it. */
    Instant lastActivityAt() {
        return lastActivityAt;
    }

    /** The number of the last message. */
    int messages() {
        return messages;
    }

    /** The number of the last after-visit summary. */
    int summaries() {
        return summaries;
    }

    /** The number of the last staff note. */
    int notes() {
        return notes;
    }

    /** How many colleagues of other teams are asked for advice on it at the moment. */
    int asked() {
        return asked;
    }

    /** Whether the last numbers are right: a node of the version before leaves them as they are. */
    boolean isNumbered() {
        return isNumbered(version(), numberedVersion);
    }

    /** The same by the version of the consultation, and the version for which the last numbers are right. */
    static boolean isNumbered(long version, @Nullable Long numberedVersion) {
        return numberedVersion != null && numberedVersion == version;
    }

    @Nullable
    Instant closedAt() {
        return closedAt;
    }

    @Nullable
    Instant reopensUntil() {
        return closedAt == null ? null : closedAt.plus(REOPENS_FOR);
    }
}
