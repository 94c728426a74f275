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
import org.consilium.cache.SharedStrings;
import org.consilium.database.DatabaseUnavailableException;
import org.consilium.database.Replicas;
import org.consilium.emergency.EmergencyChanged;

/**
 * Lets a page be read from a replica, unless something that it shows was written recently: each write leaves an entry
 * in Redis for as long as a replica may lag behind. So people see their own writes at once, and find every change that
 * they are told of. While the primary is down, there is no other place to read from: for these seconds, such a page is
 * refused.
 */
@ApplicationScoped
public class ReadYourWrites {

    private static final String RECENT_WRITE = "consilium:recent:";

    @Inject
    private Replicas replicas;

    @Inject
    private SharedStrings strings;

    /** The rest of this transaction reads one consultation. */
    void reads(ConsultationId consultation, Caller reader) {
        reads(List.of(of(consultation), of(reader)));
    }

    /** The rest of this transaction reads the consultations of a patient. */
    void readsOwn(Caller patient) {
        reads(List.of(ofPatient(patient.accountKey()), of(patient)));
    }

    /** The rest of this transaction reads the consultations of teams. */
    void reads(List<Long> teams, Caller reader) {
        List<String> subjects =
                new ArrayList<>(teams.stream().map(ReadYourWrites::ofTeam).toList());
        subjects.add(of(reader));
        reads(subjects);
    }

    private void reads(List<String> subjects) {
        if (replicas.isAlone()) {
            if (!strings.areAbsent(subjects)) {
                throw new DatabaseUnavailableException("a page with recent changes");
            }
        } else if (replicas.isUsable() && strings.areAbsent(subjects)) {
            replicas.useInTransaction();
        }
    }

    /** Comes before the observers that tell people of the change. */
    void changed(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Interceptor.Priority.APPLICATION)
                    ConsultationChanged change) {
        List<String> subjects = new ArrayList<>(
                change.teams().stream().map(ReadYourWrites::ofTeam).toList());
        subjects.add(of(change.id()));
        if (change.seenByPatient()) {
            subjects.add(ofPatient(change.patientKey()));
        }
        written(subjects);
    }

    /** The clinician may see more, or less, than a replica knows of. */
    void changed(
            @Observes(during = TransactionPhase.AFTER_SUCCESS) @Priority(Interceptor.Priority.APPLICATION)
                    EmergencyChanged change) {
        written(List.of(ofReader(change.clinicianKey())));
    }

    /** The reader has read further. */
    void moved(Caller reader) {
        written(List.of(of(reader)));
    }

    private void written(List<String> subjects) {
        if (replicas.isConfigured()) {
            strings.flag(subjects, Replicas.MAX_LAG);
        }
    }

    private static String of(ConsultationId consultation) {
        return RECENT_WRITE + consultation.value();
    }

    private static String of(Caller reader) {
        return ofReader(reader.accountKey());
    }

    private static String ofReader(long account) {
        return RECENT_WRITE + "reader:" + account;
    }

    private static String ofPatient(long account) {
        return RECENT_WRITE + "patient:" + account;
    }

    private static String ofTeam(long team) {
        return RECENT_WRITE + "team:" + team;
    }
}
