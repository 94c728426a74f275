package org.consilium.consultation;

import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import jakarta.interceptor.Interceptor;
import java.util.ArrayList;
import java.util.List;
import org.consilium.access.Caller;
import org.consilium.cache.SharedTexts;
import org.consilium.consultation.UnreadCounts.Moved;
import org.consilium.database.Replica;

/**
 * Lets a page be read from a replica, unless something that it shows has just changed: what is written leaves a mark
 * for as long as a replica may not have it. So everybody sees at once what they have written themselves, and whoever is
 * told of a change finds it.
 */
@ApplicationScoped
public class Freshness {

    private static final String MARK = "consilium:recent:";

    @Inject
    private Replica replica;

    @Inject
    private SharedTexts texts;

    /** What follows in this transaction shows one consultation. */
    void reads(ConsultationId consultation, Caller reader) {
        reads(List.of(of(consultation), of(reader)));
    }

    /** What follows shows the consultations of a patient. */
    void readsOwn(Caller patient) {
        reads(List.of(ofPatient(patient.accountId()), of(patient)));
    }

    /** What follows shows the consultations of teams. */
    void reads(List<Long> teams, Caller reader) {
        List<String> subjects =
                new ArrayList<>(teams.stream().map(Freshness::ofTeam).toList());
        subjects.add(of(reader));
        reads(subjects);
    }

    private void reads(List<String> subjects) {
        if (replica.isClose() && texts.areUnknown(subjects)) {
            replica.readHere();
        }
    }

    /** Before anybody is told of it. */
    void changed(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Interceptor.Priority.APPLICATION)
                    ConsultationChanged change) {
        List<String> subjects =
                new ArrayList<>(change.teams().stream().map(Freshness::ofTeam).toList());
        subjects.add(of(change.id()));
        if (change.patientId() != null) {
            subjects.add(ofPatient(change.patientId()));
        }
        mark(subjects);
    }

    void moved(@Observes(during = TransactionPhase.AFTER_SUCCESS) Moved move) {
        mark(List.of(ofReader(move.readerId())));
    }

    private void mark(List<String> subjects) {
        if (replica.isThere()) {
            texts.note(subjects, Replica.MOST_BEHIND);
        }
    }

    private static String of(ConsultationId consultation) {
        return MARK + consultation.value();
    }

    private static String of(Caller reader) {
        return ofReader(reader.accountId());
    }

    private static String ofReader(long account) {
        return MARK + "reader:" + account;
    }

    private static String ofPatient(long account) {
        return MARK + "patient:" + account;
    }

    private static String ofTeam(long team) {
        return MARK + "team:" + team;
    }
}
