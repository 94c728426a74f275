package org.consilium.privacy.question;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import org.consilium.account.PersonName;
import org.consilium.platform.PublicIds;
import org.consilium.platform.VersionedEntity;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;

/** A patient's question about an access to their record, and the answer. It is kept for good. */
@Entity
@Table(name = "privacy_question")
public class Question extends VersionedEntity {

    @Column(name = "patient_id")
    private long patientKey;

    /** The entry of the trail that it is about. */
    @Column(name = "entry_id")
    private long entryId;

    @Column(name = "entry_at")
    private Instant entryAt;

    /** Who made that access. */
    @Column(name = "staff_id")
    private long staffKey;

    @Column(name = "question", length = QuestionText.MAX)
    private String text;

    @Column(name = "asked_at")
    private Instant askedAt;

    /** Of the form; it is read by queries. */
    @SuppressWarnings("unused")
    @Column(name = "form_key")
    private String formKey;

    /** Null until somebody answers. */
    @Column(name = "answer", length = QuestionText.MAX)
    private @Nullable String answer;

    @Column(name = "answered_by")
    private @Nullable Long answeredBy;

    @Column(name = "answered_at")
    private @Nullable Instant answeredAt;

    @SuppressWarnings("NullAway.Init") // JPA fills the fields
    protected Question() {}

    Question(TrailEntry about, long patientKey, long staffKey, String text, String formKey, Instant now) {
        super(PublicIds.next());
        this.patientKey = patientKey;
        this.entryId = about.position().id();
        this.entryAt = about.at();
        this.staffKey = staffKey;
        this.text = text;
        this.formKey = formKey;
        this.askedAt = now;
    }

    /** @throws AnsweredException if it has an answer */
    void answer(String words, long officer, Instant now) {
        if (answer != null) {
            throw new AnsweredException();
        }
        answer = words;
        answeredBy = officer;
        answeredAt = now;
    }

    /** As the patient sees it. */
    OwnQuestion asOwn(PersonName staff) {
        return new OwnQuestion(staff, entryAt, text, askedAt, answer, answeredAt);
    }

    /** As the privacy officer sees it. */
    ReceivedQuestion asReceived(Party patient, Party staff) {
        return new ReceivedQuestion(
                new QuestionId(publicId()),
                patient,
                staff,
                new TrailPosition(entryAt, entryId),
                text,
                askedAt,
                answer,
                answeredAt);
    }

    long patientKey() {
        return patientKey;
    }

    long staffKey() {
        return staffKey;
    }

    Instant askedAt() {
        return askedAt;
    }

    @Nullable
    Instant answeredAt() {
        return answeredAt;
    }
}
