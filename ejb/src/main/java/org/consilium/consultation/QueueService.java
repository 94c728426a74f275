package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.NotFoundException;
import org.consilium.access.Requires;
import org.consilium.account.AccountSearch;
import org.consilium.audit.AuditEvent;
import org.consilium.audit.AuditKind;
import org.consilium.care.Teams;
import org.consilium.care.cover.Coverage;
import org.consilium.care.cover.Covers;
import org.consilium.emergency.Emergencies;
import org.consilium.emergency.EmergencyId;
import org.consilium.platform.Slice;
import org.consilium.platform.TypedText;
import org.jspecify.annotations.Nullable;

/** The lists of consultations: a patient's own, and the queue that clinicians work from. */
@Stateless
public class QueueService {

    /** The most patients that a search by name considers. */
    private static final int MAX_NAMESAKES = 500;

    @Inject
    private Callers callers;

    @Inject
    private ConsultationLists lists;

    @Inject
    private ReadYourWrites readYourWrites;

    @Inject
    private Teams teams;

    @Inject
    private Covers covers;

    @Inject
    private AccountSearch people;

    @Inject
    private Emergencies emergencies;

    @Inject
    private Clock clock;

    @Inject
    private Event<AuditEvent> audit;

    /** The caller's own consultations, the latest activity first. */
    @Requires(Action.LIST_OWN_CONSULTATIONS)
    public Slice<ConsultationSummary> own(@Nullable ConsultationId after) {
        Caller patient = callers.get();
        readYourWrites.readsOwn(patient);
        return lists.ofPatient(patient, after);
    }

    /**
     * The one consultation with something that the caller is told of by a letter; empty if there are none or several.
     */
    @Requires(Action.FIND_NEWS)
    public Optional<ConsultationId> news() {
        return lists.news(callers.get());
    }

    /**
     * All consultations of a patient, with whatever team, the latest activity first.
     *
     * @param id of an emergency access that the caller has open
     */
    @Requires(Action.LIST_IN_EMERGENCY)
    public Slice<ConsultationSummary> inEmergency(EmergencyId id, @Nullable ConsultationId after) {
        Caller clinician = callers.get();
        return emergencies
                .open(clinician.accountKey())
                .filter(open -> open.id().equals(id))
                .map(open -> lists.inEmergency(open.patientKey(), clinician, clock.instant(), after))
                .orElseThrow(NotFoundException::new);
    }

    /** The queue: the most severe first, then the longest wait. */
    @Requires(Action.LIST_QUEUE)
    public Slice<ConsultationSummary> queue(QueueFilter filter, @Nullable ConsultationId after) {
        Caller clinician = callers.get();
        List<Long> own = teams.of(clinician.accountKey());
        Coverage coverage = covers.of(clinician.accountKey());
        readYourWrites.reads(
                Stream.concat(own.stream(), coverage.teams().stream()).toList(), clinician);
        List<Long> patients =
                TypedText.isVisible(filter.patient()) ? people.patientsNamed(filter.patient(), MAX_NAMESAKES) : null;
        boolean nobody = (own.isEmpty() && coverage.teams().isEmpty()) || (patients != null && patients.isEmpty());
        Slice<ConsultationSummary> found =
                nobody ? new Slice<>(List.of(), null) : lists.queue(filter, clinician, own, coverage, patients, after);
        if (patients != null) {
            audit.fire(AuditEvent.of(AuditKind.SEARCH)
                    .with("kind", "name")
                    .with("results", found.rows().size()));
        }
        return found;
    }
}
