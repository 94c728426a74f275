package org.consilium.ear.service;

import static org.consilium.ear.service.Groups.OFFICERS;
import static org.consilium.ear.service.Groups.PATIENTS;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.consilium.access.FreshTicket;
import org.consilium.account.AccountId;
import org.consilium.audit.seal.ProofService;
import org.consilium.emergency.EmergencyId;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.PatientSearch;
import org.consilium.privacy.access.StaffAccessService;
import org.consilium.privacy.disclosure.DisclosureService;
import org.consilium.privacy.question.QuestionId;
import org.consilium.privacy.question.QuestionService;
import org.consilium.privacy.trail.PartySearchService;
import org.consilium.privacy.trail.TrailFilter;
import org.consilium.privacy.trail.TrailPosition;
import org.consilium.privacy.trail.TrailService;
import org.consilium.review.FindingId;
import org.consilium.review.NewDecision;
import org.consilium.review.ReviewOutcome;
import org.consilium.review.ReviewService;
import org.consilium.review.mark.MarkId;
import org.consilium.review.mark.MarkKind;
import org.consilium.review.mark.MarkRefusedException;
import org.consilium.review.mark.MarkService;
import org.consilium.review.mark.NewMark;

/** Calls of the privacy officer's services, and of those for patients' questions about their records. */
@ApplicationScoped
public class PrivacyAttempts {

    @Inject
    private EmergencyOversightService oversight;

    @Inject
    private ReviewService reviews;

    @Inject
    private MarkService marks;

    @Inject
    private ProofService proofs;

    @Inject
    private TrailService trail;

    @Inject
    private PartySearchService parties;

    @Inject
    private DisclosureService disclosures;

    @Inject
    private QuestionService questions;

    @Inject
    private StaffAccessService accesses;

    /** Calls that name no record. */
    List<Attempt> general() {
        return List.of(
                new Attempt("EmergencyOversightService.list", OFFICERS, () -> oversight.list(null)),
                new Attempt(
                        "EmergencyOversightService.export",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> oversight.export(FreshTicket.NONE))),
                new Attempt("ReviewService.open", OFFICERS, () -> reviews.open(null)),
                new Attempt("ReviewService.decided", OFFICERS, () -> reviews.decided(null)),
                new Attempt(
                        "ReviewService.exportOpen",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> reviews.exportOpen(FreshTicket.NONE))),
                new Attempt(
                        "ReviewService.exportDecided",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> reviews.exportDecided(FreshTicket.NONE))),
                new Attempt("MarkService.list", OFFICERS, () -> marks.list(null)),
                new Attempt(
                        "MarkService.export", OFFICERS, () -> Tolerated.isStale(() -> marks.export(FreshTicket.NONE))),
                new Attempt("MarkService.mark", OFFICERS, this::markNobody),
                new Attempt("ProofService.get", OFFICERS, proofs::get),
                new Attempt("ProofService.check", OFFICERS, () -> proofs.check()),
                new Attempt(
                        "ProofService.download",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> proofs.download(FreshTicket.NONE))),
                new Attempt(
                        "ProofService.downloadFhir",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> proofs.downloadFhir(FreshTicket.NONE))));
    }

    List<Attempt> onReview(FindingId id) {
        NewDecision form = new NewDecision(ReviewOutcome.APPROPRIATE, "On call that day");
        return List.of(
                new Attempt("ReviewService.get", OFFICERS, () -> reviews.get(id)),
                new Attempt(
                        "ReviewService.decide",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> reviews.decide(id, form, FreshTicket.NONE))));
    }

    List<Attempt> onEmergency(EmergencyId id) {
        return List.of(
                new Attempt("EmergencyOversightService.get", OFFICERS, () -> oversight.get(id)),
                new Attempt(
                        "EmergencyOversightService.holdLetter",
                        OFFICERS,
                        () -> oversight.holdLetter(id, "Violent home")),
                new Attempt("EmergencyOversightService.sendLetter", OFFICERS, () -> oversight.sendLetter(id)));
    }

    List<Attempt> onQuestion(QuestionId id) {
        return List.of(
                new Attempt("QuestionService.get", OFFICERS, () -> questions.get(id)),
                new Attempt("QuestionService.answer", OFFICERS, () -> questions.answer(id, "For your care.")));
    }

    Attempt onMark(MarkId id) {
        return new Attempt("MarkService.unmark", OFFICERS, () -> marks.unmark(id));
    }

    private void markNobody() {
        PatientSearch nobody = Forms.nobody();
        try {
            marks.mark(new NewMark(nobody.firstName(), nobody.lastName(), nobody.dateOfBirth(), MarkKind.VIP, null));
        } catch (MarkRefusedException expected) {
            // there is no such patient
        }
    }

    /**
     * What the privacy officer does, and the patient's part in it.
     *
     * @param patient whose accounting of disclosures it is
     * @param access an entry of the trail about the patient who asks
     */
    List<Attempt> onPrivacy(AccountId patient, TrailPosition access) {
        TrailFilter filter = TrailFilter.by(patient);
        return List.of(
                new Attempt("PartySearchService.find", OFFICERS, () -> parties.find("nobody", null)),
                new Attempt("TrailService.list", OFFICERS, () -> trail.list(filter, null)),
                new Attempt("TrailService.affected", OFFICERS, () -> trail.affected(filter, null)),
                new Attempt(
                        "TrailService.export",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> trail.export(filter, FreshTicket.NONE))),
                new Attempt(
                        "TrailService.exportAffected",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> trail.exportAffected(filter, FreshTicket.NONE))),
                new Attempt("DisclosureService.accounting", OFFICERS, () -> disclosures.accounting(patient)),
                new Attempt(
                        "DisclosureService.export",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> disclosures.export(patient, FreshTicket.NONE))),
                new Attempt("DisclosureService.enter", OFFICERS, () -> disclosures.enter(patient, Forms.disclosure())),
                new Attempt("QuestionService.open", OFFICERS, () -> questions.open(null)),
                new Attempt("QuestionService.answered", OFFICERS, () -> questions.answered(null)),
                new Attempt(
                        "QuestionService.exportOpen",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> questions.exportOpen(FreshTicket.NONE))),
                new Attempt(
                        "QuestionService.exportAnswered",
                        OFFICERS,
                        () -> Tolerated.isStale(() -> questions.exportAnswered(FreshTicket.NONE))),
                new Attempt("StaffAccessService.list", PATIENTS, () -> accesses.list(null)),
                new Attempt("StaffAccessService.get", PATIENTS, () -> accesses.get(access)),
                new Attempt("QuestionService.own", PATIENTS, () -> questions.own()),
                new Attempt("QuestionService.ask", PATIENTS, () -> questions.ask(access, "Why?", Forms.key())));
    }
}
