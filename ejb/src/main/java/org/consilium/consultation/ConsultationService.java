package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.validation.Valid;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.access.Role;
import org.consilium.account.Accounts;
import org.consilium.account.PersonName;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.care.Patients;
import org.consilium.care.TeamId;
import org.consilium.care.Teams;
import org.consilium.form.FormReusedException;
import org.consilium.form.SentForm;
import org.consilium.limit.Limit;
import org.consilium.limit.Limited;
import org.jspecify.annotations.Nullable;

/**
 * The steps that patients and clinicians take in a consultation. The row that a step changes is locked before the
 * caller is judged and until the step ends, so that of two people who act at once, the second sees what the first did.
 * A form that is sent again also fires its event again: the node that handled it the first time may have died between
 * the commit and the event.
 */
@Stateless
public class ConsultationService {

    @PersistenceContext(unitName = "consilium")
    private EntityManager entities;

    @Inject
    private Callers callers;

    @Inject
    private Clock clock;

    @Inject
    private Consultations consultations;

    @Inject
    private Messages messages;

    @Inject
    private ThreadReader reader;

    @Inject
    private Readers readers;

    @Inject
    private ReadYourWrites readYourWrites;

    @Inject
    private Teams teams;

    @Inject
    private Patients patients;

    @Inject
    private Accounts accounts;

    @Inject
    private Event<AuditEvent> audit;

    @Inject
    private Event<ConsultationClosed> closed;

    /**
     * Sends a new consultation to the intake team; the same form sent twice gives the same consultation.
     *
     * @throws FormReusedException when the form was sent before with other content
     * @throws NotFoundException when an image does not exist, or is not the patient's
     */
    @Requires(Action.SUBMIT_CONSULTATION)
    @Limited(Limit.CONSULTATION_ACCOUNT)
    public ConsultationId submit(@Valid NewConsultation form) {
        Caller patient = callers.get();
        patients.lock(patient.accountKey());
        SentForm sent = form.sent(messages.describe(form.images()));
        Consultation consultation =
                consultations.sent(patient, sent, form.idempotencyKey()).orElseGet(() -> open(patient, form, sent));
        consultations.changed(consultation);
        audit.fire(AuditEvent.of(AuditKind.CHANGE).on(consultation.id()));
        return consultation.id();
    }

    private Consultation open(Caller patient, NewConsultation form, SentForm sent) {
        NewMessage first = form.firstMessage();
        if (messages.isSent(patient, sent, first.idempotencyKey())) {
            throw new FormReusedException();
        }
        Consultation consultation = new Consultation(patient.accountKey(), teams.intake(), form, sent, clock.instant());
        consultations.add(consultation);
        messages.add(consultation, patient, first, sent);
        readers.hasWritten(consultation, patient);
        return consultation;
    }

    /**
     * The consultation as the caller may see it. What it contains counts as read.
     *
     * @param before {@link ConsultationThread#earlier}, to read earlier messages
     */
    @Requires(Action.READ_CONSULTATION)
    public ConsultationThread read(ConsultationId id, @Nullable Integer before) {
        Caller caller = callers.get();
        readYourWrites.reads(id, caller);
        return reader.read(consultations.open(id, caller), caller, before);
    }

    /**
     * Adds a message; the same form sent twice adds one.
     *
     * @throws FormReusedException when the form was sent before with other content
     * @throws IllegalStepException when the consultation was closed too long ago, or no clinician has taken it yet
     * @throws NotFoundException when an image does not exist, or is not the caller's
     */
    @Requires(Action.WRITE_MESSAGE)
    @Limited(Limit.MESSAGE_ACCOUNT)
    public void write(ConsultationId id, @Valid NewMessage form) {
        Caller author = callers.get();
        Consultation consultation = consultations.locked(id);
        SentForm sent = form.sentTo(id, messages.describe(form.images()));
        if (!messages.isSent(author, sent, form.idempotencyKey())) {
            if (author.is(Role.PATIENT)) {
                consultation.patientWrote(clock.instant());
            } else {
                consultation.clinicianWrote(clock.instant());
            }
            messages.add(consultation, author, form, sent);
            readers.hasAnswered(consultation, author);
        }
        consultations.changed(consultation);
    }

    /** Marks the latest writing by somebody else as unread, as a reminder to come back to it. */
    @Requires(Action.MARK_UNREAD)
    public void markUnread(ConsultationId id) {
        Caller clinician = callers.get();
        readers.hasNotRead(consultations.open(id, clinician), clinician);
    }

    /**
     * Assigns the consultation to the caller; taking it again changes nothing.
     *
     * @throws AlreadyTakenException when a colleague was first
     * @throws IllegalStepException when it is closed
     */
    @Requires(Action.TAKE_CONSULTATION)
    @Limited(Limit.CARE_ACCOUNT)
    public void take(ConsultationId id) {
        Caller clinician = callers.get();
        Consultation consultation = consultations.locked(id);
        Long holder = consultation.clinicianKey();
        if (holder == null || consultation.status() == Status.CLOSED) {
            consultation.take(clinician.accountKey(), clock.instant());
            consultations.changed(consultation);
        } else if (holder != clinician.accountKey()) {
            throw new AlreadyTakenException(nameOf(holder));
        }
    }

    /**
     * Hands the consultation over to the queue of another team.
     *
     * @throws IllegalStepException when it is closed
     */
    @Requires(Action.HAND_OVER_CONSULTATION)
    @Limited(Limit.CARE_ACCOUNT)
    public void handOver(ConsultationId id, TeamId team) {
        Consultation consultation = consultations.locked(id);
        long before = consultation.teamKey();
        consultation.handOver(teams.key(team), clock.instant());
        consultations.changed(consultation, new HashSet<>(List.of(before, consultation.teamKey())));
    }

    /**
     * Closes the consultation with a summary and instructions for the patient.
     *
     * @throws ChangedMeanwhileException when something was written that the caller has not read
     * @throws IllegalStepException when no one has taken it, or it is already closed
     */
    @Requires(Action.CLOSE_CONSULTATION)
    @Limited(Limit.CARE_ACCOUNT)
    public void close(ConsultationId id, @Valid Closing closing) {
        Consultation consultation = consultations.locked(id);
        if (consultation.version() != closing.version()) {
            throw new ChangedMeanwhileException();
        }
        Caller clinician = callers.get();
        consultation.close(clock.instant());
        entities.persist(new AfterVisitSummary(consultation, clinician, closing));
        readers.hasAnswered(consultation, clinician);
        consultations.changed(consultation);
        if (consultation.asked() > 0) {
            closed.fire(new ConsultationClosed(consultation.key(), id));
        }
    }

    /**
     * Adds a note that only clinicians see; the same form sent twice adds one.
     *
     * @throws FormReusedException when the form was sent before with other content
     */
    @Requires(Action.WRITE_STAFF_NOTE)
    @Limited(Limit.NOTE_ACCOUNT)
    public void note(ConsultationId id, @Valid NewStaffNote form) {
        Caller author = callers.get();
        Consultation consultation = consultations.locked(id);
        SentForm sent = form.sentTo(id);
        if (!messages.isNoted(author, sent, form.idempotencyKey())) {
            messages.add(consultation, author, form, sent);
            readers.hasWritten(consultation, author);
        }
        consultations.changedForStaff(consultation);
    }

    private String nameOf(long account) {
        return accounts.names(List.of(account)).values().stream()
                .findFirst()
                .map(PersonName::full)
                .orElse("");
    }
}
