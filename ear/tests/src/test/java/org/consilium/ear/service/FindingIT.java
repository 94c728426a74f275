package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.audit.TrailTables;
import org.consilium.platform.PublicIds;
import org.consilium.review.FindingId;
import org.consilium.review.NewDecision;
import org.consilium.review.ReviewOutcome;
import org.consilium.review.ReviewService;
import org.consilium.review.evaluation.Evaluation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each entry of the trail is looked at once, whenever it is committed, and makes one finding a day at most. */
class FindingIT extends InContainer {

    private static final Duration SOON = Duration.ofSeconds(60);

    @Inject
    private Evaluation evaluation;

    @Inject
    private ReviewService reviews;

    @Inject
    private TrailTables trail;

    private Actor patient;
    private Actor doctor;

    /**
     * The timer looks first: an entity manager that is first used from the test's archive finds no persistence unit.
     */
    @BeforeEach
    void people() {
        if (rows.count("review_finding") == 0) {
            invent();
            see(1, 0);
            await().pollInSameThread().atMost(SOON).until(() -> rows.count("review_finding") > 0);
        }
        invent();
    }

    private void invent() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.SKIN);
        rows.change(
                "insert into patient_mark (public_id, patient_id, kind, marked_by, marked_at)"
                        + " values (?, ?, 'VIP', ?, utc_timestamp(6))",
                PublicIds.next(),
                patient.key(),
                doctor.key());
    }

    private String insert(int daysAgo) {
        return "insert into " + trail.entry()
                + " (at, kind, action, outcome, account, role, patient, record_type, record,"
                + " relation, node) values (utc_timestamp(6) - interval " + daysAgo
                + " day, 'VIEW', 'READ_CONSULTATION',"
                + " 'DONE', ?, 'DOCTOR', ?, 'CONSULTATION', ?, 'CARE_TEAM', 'test/1')";
    }

    /** As if the doctor had seen the patient's record. */
    private void see(int times, int daysAgo) {
        for (int i = 0; i < times; i++) {
            rows.change(insert(daysAgo), doctor.key(), patient.key(), PublicIds.next());
        }
    }

    private long newest() {
        return Long.parseLong(rows.only("select max(id) from " + trail.entry() + " where account = ?", doctor.key()));
    }

    /** Looks through the trail, as nodes with their timers do besides. */
    private void lookUpTo(long id) {
        await().pollInSameThread().atMost(SOON).until(() -> {
            while (evaluation.next()) {
                assertThat(Thread.currentThread().isInterrupted()).isFalse();
            }
            return Long.parseLong(rows.only("select entry_id from review_position where name = 'ENTRIES'")) >= id;
        });
    }

    private List<String> findings() {
        return rows.column(
                "select concat_ws(' ', rule_name, why, entries, subject) from review_finding where account_id = ?"
                        + " and patient_id = ? order by day, id",
                doctor.key(),
                patient.key());
    }

    private String marked(int entries) {
        return "SENSITIVE MARKED_VIP " + entries + " " + patient.key();
    }

    @Test
    void thereIsOneForARuleAPersonAPatientAndADay() {
        see(2, 0);
        lookUpTo(newest());
        assertThat(findings()).containsExactly(marked(2));
        see(1, 0);
        see(1, 1);
        lookUpTo(newest());
        assertThat(findings()).containsExactly(marked(1), marked(3));
    }

    /** Nobody looks at a decision again. */
    @Test
    void whatComesAfterADecisionIsAnotherFinding() {
        see(2, 0);
        lookUpTo(newest());
        Actor officer = hospital.privacyOfficer();
        String id = rows.only("select public_id from review_finding where account_id = ?", doctor.key());
        officer.does(() -> reviews.decide(
                new FindingId(id), new NewDecision(ReviewOutcome.APPROPRIATE, "On call"), hospital.ticketOf(officer)));
        see(3, 0);
        lookUpTo(newest());
        assertThat(findings()).containsExactly(marked(2), marked(3));
        assertThat(rows.only(
                        "select count(*) from review_finding where account_id = ? and decided_at is null"
                                + " and hand_on_at > utc_timestamp(6)",
                        doctor.key()))
                .isEqualTo("1");
        see(1, 0);
        lookUpTo(newest());
        assertThat(findings()).containsExactly(marked(2), marked(4));
    }

    @Test
    void nodesThatLookAtTheSameTimeCountOnce() {
        see(60, 0);
        long last = newest();
        Callable<Boolean> look = doctor.task(() -> {
            boolean more = true;
            while (more) {
                more = evaluation.next();
            }
            return true;
        });
        assertThat(Together.run(Collections.nCopies(4, look))).allMatch(Together.Outcome::succeeded);
        lookUpTo(last);
        assertThat(findings()).containsExactly(marked(60));
        assertThat(rows.only("select accesses from review_day where account_id = ? and day = utc_date()", doctor.key()))
                .isEqualTo("60");
    }

    /** A transaction takes an id, and another one that takes a later id is committed and looked at before. */
    @Test
    void whatIsCommittedLateIsFound() throws SQLException {
        try (Connection late = rows.open()) {
            late.setAutoCommit(false);
            try (PreparedStatement statement = late.prepareStatement(insert(0))) {
                statement.setLong(1, doctor.key());
                statement.setLong(2, patient.key());
                statement.setString(3, PublicIds.next());
                assertThat(statement.executeUpdate()).isEqualTo(1);
            }
            see(1, 0);
            lookUpTo(newest());
            assertThat(findings()).containsExactly(marked(1));
            late.commit();
            late.setAutoCommit(true);
        }
        await().pollInSameThread().atMost(SOON).until(() -> {
            evaluation.next();
            return findings().equals(List.of(marked(2)));
        });
        assertThat(rows.only("select accesses from review_day where account_id = ? and day = utc_date()", doctor.key()))
                .isEqualTo("2");
    }

    /** Whoever can add rows to the trail must not be able to stop the review. */
    @Test
    void anEntryOfNobodyIsPassedOver() {
        rows.change(insert(0), 999_999_999_999L, patient.key(), PublicIds.next());
        rows.change(insert(0), doctor.key(), 999_999_999_999L, PublicIds.next());
        see(1, 0);
        lookUpTo(newest());
        assertThat(findings()).containsExactly(marked(1));
    }

    @Test
    void aDayIsComparedWithThoseBefore() {
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        for (int day = 1; day <= 5; day++) {
            rows.change(
                    "insert into review_day (account_id, day, accesses, after_hours, refusals)"
                            + " values (?, utc_date() - interval ? day, 10, 0, 0)",
                    doctor.key(),
                    day);
        }
        var unused = hospital.doctor(Hospital.GENERAL_CARE);
        // all of the team, of whom a node may remember those of some seconds ago
        rows.change(
                "insert into review_day (account_id, day, accesses, after_hours, refusals)"
                        + " select m.clinician_id, own.day, 20, 0, 0 from review_day own, team_member m"
                        + " join team t on t.id = m.team_id"
                        + " where t.public_id = ? and own.account_id = ? and m.clinician_id <> own.account_id"
                        + " on duplicate key update accesses = 20",
                Hospital.GENERAL_CARE.value(),
                doctor.key());
        see(70, 0);
        lookUpTo(newest());
        assertThat(volumes()).containsExactly("MORE_THAN_USUAL 70 10 20 70");

        // decided, it is another finding once it is twice as much
        rows.change(
                "update review_finding set decided_at = utc_timestamp(6), settled = id where account_id = ?",
                doctor.key());
        see(69, 0);
        lookUpTo(newest());
        assertThat(volumes()).hasSize(1);
        see(1, 0);
        lookUpTo(newest());
        assertThat(volumes()).containsExactly("MORE_THAN_USUAL 70 10 20 70", "MORE_THAN_USUAL 140 10 20 140");
    }

    private List<String> volumes() {
        return rows.column(
                "select concat_ws(' ', why, numbers, entries) from review_finding"
                        + " where account_id = ? and rule_name = 'VOLUME' order by id",
                doctor.key());
    }
}
