package org.consilium.privacy.question;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.access.Action;
import org.consilium.access.Callers;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.Accounts;
import org.consilium.account.OwnerLetters;
import org.consilium.account.PersonName;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.form.FormKey;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.consilium.mail.LetterKind;
import org.consilium.platform.Slice;
import org.consilium.platform.SliceReader;
import org.consilium.platform.SliceRows;
import org.consilium.privacy.access.StaffAccesses;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;

/** Patients ask about accesses to their record, and the privacy officer answers. */
@Stateless
public class QuestionService {

    @Inject
    private Questions questions;

    @Inject
    private StaffAccesses accesses;

    @Inject
    private Accounts accounts;

    @Inject
    private OwnerLetters letters;

    @Inject
    private Callers callers;

    @Inject
    private SliceReader slices;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Clock clock;

    /**
     * Asks about an access to the caller's record; nothing happens if the same form was sent before.
     *
     * @throws NotFoundException if there is no such entry about the caller
     */
    @Requires(Action.ASK_ABOUT_ACCESS)
    @Limited(Limit.QUESTION_ACCOUNT)
    public void ask(TrailPosition place, @QuestionText String text, @FormKey String key) {
        long patient = accounts.lockedSummary(callers.get().accountKey()).key();
        TrailEntry entry = accesses.at(place, patient).orElseThrow(NotFoundException::new);
        if (!questions.isSent(patient, key)) {
            questions.add(
                    new Question(entry, patient, Objects.requireNonNull(entry.account()), text, key, clock.instant()));
        }
    }

    /** The caller's questions, the newest first. */
    @Requires(Action.SEE_ACCESSES)
    public List<OwnQuestion> own() {
        List<Question> own = questions.of(callers.get().accountKey());
        Map<Long, PersonName> staff =
                accounts.names(own.stream().map(Question::staffKey).toList());
        return own.stream()
                .map(question -> question.asOwn(Objects.requireNonNull(staff.get(question.staffKey()))))
                .toList();
    }

    /**
     * Questions without an answer, the oldest first.
     *
     * @param after {@link Slice#next} of the slice before
     */
    @Requires(Action.LIST_QUESTIONS)
    public Slice<ReceivedQuestion> open(@Nullable QuestionId after) {
        return questions.open(after);
    }

    /** The same for those with one, the last answer first. */
    @Requires(Action.LIST_QUESTIONS)
    public Slice<ReceivedQuestion> answered(@Nullable QuestionId after) {
        return questions.answered(after);
    }

    /**
     * All that {@link #open} shows, to be kept outside of the system. The export is on record once this returns.
     *
     * @param ticket of the caller, who has proved just now who they are
     */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<ReceivedQuestion> exportOpen(FreshTicket ticket) {
        audit.fire(exported("open"));
        return new SliceRows<>(slices, after -> questions.open(id(after)));
    }

    /** The same for {@link #answered}. */
    @Requires(Action.EXPORT_LIST)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public Iterator<ReceivedQuestion> exportAnswered(FreshTicket ticket) {
        audit.fire(exported("answered"));
        return new SliceRows<>(slices, after -> questions.answered(id(after)));
    }

    private static AuditEvent exported(String part) {
        return AuditEvent.of(AuditKind.EXPORT).with("report", "questions").with("part", part);
    }

    private static @Nullable QuestionId id(@Nullable String after) {
        return after == null ? null : new QuestionId(after);
    }

    @Requires(Action.SEE_QUESTION)
    public ReceivedQuestion get(QuestionId id) {
        return questions.received(List.of(questions.get(id))).getFirst();
    }

    /**
     * Answers a question, and tells the patient by a letter that there is an answer.
     *
     * @throws AnsweredException if somebody else has
     */
    @Requires(Action.ANSWER_QUESTION)
    @Limited(Limit.PRIVACY_ACCOUNT)
    public void answer(QuestionId id, @QuestionText String text) {
        Question question = questions.get(id);
        question.answer(text, callers.get().accountKey(), clock.instant());
        accounts.activeOwner(question.patientKey())
                .ifPresent(patient -> letters.send(LetterKind.QUESTION_ANSWERED, patient));
    }
}
