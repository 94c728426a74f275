package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.consultation.Severity;
import org.consilium.platform.PublicIds;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The queue of a clinician of several teams is one list, in one order, in slices without gaps. */
class QueueOrderIT extends InContainer {

    private static final int ALL = 45;
    private static final List<Severity> IN_TURN = List.of(Severity.MODERATE, Severity.MILD, Severity.SEVERE);

    @Inject
    private QueueService queue;

    private Actor patient;
    private Actor doctor;
    private List<ConsultationId> byUrgency;
    private List<ConsultationId> latestFirst;

    /** Two teams that only this clinician works in have turns at the consultations of a patient. */
    @BeforeEach
    void teams() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        List<String> teams = List.of(PublicIds.next(), PublicIds.next());
        rows.change("delete from team_member where clinician_id = ?", doctor.key());
        for (String team : teams) {
            rows.change("insert into team (public_id, name) values (?, ?)", team, team);
            rows.change(
                    "insert into team_member (team_id, clinician_id) select id, ? from team where public_id = ?",
                    doctor.key(),
                    team);
        }
        List<ConsultationId> submitted = new ArrayList<>();
        for (int i = 0; i < ALL; i++) {
            Severity severity = IN_TURN.get(i % IN_TURN.size());
            ConsultationId id = patient.asks(() -> consultations.submit(Forms.consultation(severity)));
            rows.change(
                    "update consultation set team_id = (select id from team where public_id = ?) where public_id = ?",
                    teams.get(i % 2),
                    id.value());
            submitted.add(id);
        }
        byUrgency = IntStream.range(0, ALL)
                .boxed()
                .sorted(Comparator.comparing(i -> IN_TURN.get(i % IN_TURN.size())))
                .map(submitted::get)
                .toList();
        latestFirst = submitted.reversed();
    }

    @Test
    void waiting() {
        assertThat(all(QueueView.WAITING, null)).containsExactlyElementsOf(byUrgency);
        assertThat(all(QueueView.WAITING, Severity.SEVERE)).containsExactlyElementsOf(byUrgency.subList(0, 15));
    }

    /** In care, and whether it is the patient's turn or the clinic's: one list. */
    @Test
    void inCare() {
        change("status = if(id % 2 = 0, 'IN_PROGRESS', 'WAITING_FOR_PATIENT'), clinician_id = " + doctor.key());
        assertThat(all(QueueView.MINE, null)).containsExactlyElementsOf(byUrgency);
        assertThat(all(QueueView.TEAM, null)).containsExactlyElementsOf(byUrgency);
        assertThat(all(QueueView.WAITING, null)).isEmpty();
    }

    @Test
    void closed() {
        change("status = 'CLOSED', closed_at = last_activity_at");
        assertThat(all(QueueView.CLOSED, null)).containsExactlyElementsOf(latestFirst);
        change("urgency = 1");
        assertThat(all(QueueView.CLOSED, Severity.SEVERE)).containsExactlyElementsOf(latestFirst);
        assertThat(all(QueueView.CLOSED, Severity.MILD)).isEmpty();
    }

    /** Membership is remembered for a while, to know where to look, but not to decide what is shown. */
    @Test
    void nothingOfATeamThatTheClinicianHasLeft() {
        assertThat(all(QueueView.WAITING, null)).hasSize(ALL);
        rows.change("delete from team_member where clinician_id = ? order by team_id limit 1", doctor.key());
        assertThat(all(QueueView.WAITING, null)).hasSize(ALL / 2);
    }

    private void change(String columns) {
        rows.change("update consultation set " + columns + " where patient_id = ?", patient.key());
    }

    /** All slices, one after the other. */
    private List<ConsultationId> all(QueueView view, @Nullable Severity severity) {
        return Stream.iterate(
                        slice(view, severity, null),
                        slice -> slice.rows().size() > 0,
                        slice -> slice.next() == null
                                ? new Slice<>(List.of(), null)
                                : slice(view, severity, new ConsultationId(slice.next())))
                .flatMap(slice -> slice.rows().stream())
                .map(ConsultationSummary::id)
                .toList();
    }

    private Slice<ConsultationSummary> slice(
            QueueView view, @Nullable Severity severity, @Nullable ConsultationId after) {
        return doctor.asks(() -> queue.queue(new QueueFilter(view, "", severity), after));
    }
}
