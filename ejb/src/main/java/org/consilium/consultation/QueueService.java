package org.consilium.consultation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.access.Action;
import org.consilium.access.Caller;
import org.consilium.access.Callers;
import org.consilium.access.Requires;
import org.consilium.account.AccountNames;
import org.consilium.account.Accounts;
import org.consilium.care.Teams;
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
    private Readers readers;

    @Inject
    private Teams teams;

    @Inject
    private Accounts accounts;

    @Inject
    private AccountNames names;

    /** The caller's own consultations, the latest activity first. */
    @Requires(Action.LIST_OWN_CONSULTATIONS)
    public Slice<ConsultationSummary> own(@Nullable ConsultationId after) {
        Caller patient = callers.get();
        readYourWrites.readsOwn(patient);
        return summaries(lists.ofPatient(patient.accountKey(), after), patient);
    }

    /** The queue: the most severe first, then the longest wait. */
    @Requires(Action.LIST_QUEUE)
    public Slice<ConsultationSummary> queue(QueueFilter filter, @Nullable ConsultationId after) {
        Caller clinician = callers.get();
        List<Long> own = teams.of(clinician.accountKey());
        readYourWrites.reads(own, clinician);
        List<Long> patients =
                TypedText.isVisible(filter.patient()) ? accounts.patientsNamed(filter.patient(), MAX_NAMESAKES) : null;
        if (own.isEmpty() || (patients != null && patients.isEmpty())) {
            return new Slice<>(List.of(), null);
        }
        return summaries(lists.queue(filter, clinician.accountKey(), own, patients, after), clinician);
    }

    private Slice<ConsultationSummary> summaries(Slice<Consultation> found, Caller caller) {
        return found.map(rows -> {
            Map<Long, Long> unread = readers.unread(rows, caller);
            Map<Long, String> called = names.of(people(rows), caller);
            return rows.stream().map(row -> summary(row, called, unread)).toList();
        });
    }

    private static Set<Long> people(List<Consultation> rows) {
        Set<Long> people = new HashSet<>();
        for (Consultation row : rows) {
            people.add(row.patientKey());
            if (row.clinicianKey() != null) {
                people.add(row.clinicianKey());
            }
        }
        return people;
    }

    private static ConsultationSummary summary(Consultation row, Map<Long, String> names, Map<Long, Long> unread) {
        Long clinician = row.clinicianKey();
        return new ConsultationSummary(
                row.id(),
                row.title(),
                row.status(),
                row.severity(),
                name(names, row.patientKey()),
                clinician == null ? null : name(names, clinician),
                row.waitingSince(),
                row.lastActivityAt(),
                unread.getOrDefault(row.key(), 0L));
    }

    private static String name(Map<Long, String> names, long account) {
        return names.getOrDefault(account, "");
    }
}
