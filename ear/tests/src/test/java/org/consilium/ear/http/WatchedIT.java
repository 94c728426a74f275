package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.ear.stand.GrantedAccess;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Whatever people do, somebody who is there watches every open consultation: at the latest ten seconds afterwards,
 * which is how often a timer looks.
 */
class WatchedIT {

    private static final int ROUNDS = 6;
    private static final int STEPS = 12;
    private static final Duration SOON = Duration.ofSeconds(30);

    private static final String RUNS = ".starts_at <= UTC_TIMESTAMP(6) AND %1$s.ends_at > UTC_TIMESTAMP(6)";

    /** Open consultations of a patient that nobody watches who is there. */
    private static final String UNWATCHED =
            """
            SELECT COUNT(*) FROM consultation c WHERE c.patient_id = ? AND c.status <> 'CLOSED' AND NOT EXISTS (
              SELECT 1 FROM clinician k JOIN account a ON a.id = k.account_id
              WHERE a.status = 'ACTIVE'
              AND NOT EXISTS (SELECT 1 FROM cover w WHERE w.covered_id = a.id AND <w>)
              AND IF(c.clinician_id IS NULL,
                EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = c.team_id AND m.clinician_id = a.id)
                OR EXISTS (SELECT 1 FROM cover v JOIN team_member m ON m.clinician_id = v.covered_id
                  WHERE m.team_id = c.team_id AND v.covering_id = a.id AND <v>),
                c.clinician_id = a.id
                AND (EXISTS (SELECT 1 FROM team_member m WHERE m.team_id = c.team_id AND m.clinician_id = a.id)
                  OR EXISTS (SELECT 1 FROM cover v JOIN team_member m ON m.clinician_id = v.covered_id
                    WHERE m.team_id = c.team_id AND v.covering_id = a.id AND <v>))
                OR EXISTS (SELECT 1 FROM cover v
                  WHERE v.covered_id = c.clinician_id AND v.covering_id = a.id AND <v>)))""".replace("<w>", "w" + RUNS.formatted("w")).replace("<v>", "v" + RUNS.formatted("v"));

    private final List<String> teams = new ArrayList<>();
    private final List<Long> clinicians = new ArrayList<>();
    private final Person patient = People.patient();
    private final long patientKey = People.key(patient);
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);
    private final List<String> done = new ArrayList<>();

    @BeforeEach
    void teams() {
        for (int i = 0; i < 3; i++) {
            String team = People.id();
            Records.change("INSERT INTO team (public_id, name) VALUES (?, ?)", team, "Team " + team);
            teams.add(team);
            Stream.of(People.doctor(team), People.nurse(team)).forEach(person -> clinicians.add(People.key(person)));
        }
        IntStream.range(0, STEPS).forEach(i -> submit());
    }

    @Test
    void noOpenConsultationStaysUnwatched() {
        long most = 0;
        for (int round = 0; round < ROUNDS; round++) {
            IntStream.range(0, STEPS).forEach(i -> step());
            most = Math.max(most, unwatched());
            await().alias("seed " + seed + ": " + done).atMost(SOON).until(() -> unwatched() == 0);
        }
        assertThat(most).as("unwatched at any time, seed " + seed).isPositive();
        assertThat(Records.number(
                        "SELECT COUNT(*) FROM consultation WHERE patient_id = ? AND status <> 'CLOSED'", patientKey))
                .isPositive();
    }

    private long unwatched() {
        return Records.number(UNWATCHED, patientKey);
    }

    private void step() {
        long one = any(clinicians);
        long other = any(clinicians);
        String team = any(teams);
        switch (random.nextInt(9)) {
            case 0 -> submit();
            case 1, 2 -> take(one);
            case 3 -> cover(one, other);
            case 4 ->
                did(
                        "UPDATE cover SET ends_at = UTC_TIMESTAMP(6) WHERE covered_id = ? AND ends_at > UTC_TIMESTAMP(6)",
                        one);
            case 5 -> did("UPDATE account SET status = 'DISABLED' WHERE id = ?", one);
            case 6 -> did("UPDATE account SET status = 'ACTIVE' WHERE id = ?", one);
            case 7 -> did("DELETE FROM team_member WHERE clinician_id = ?", one);
            default ->
                did(
                        "INSERT IGNORE INTO team_member (team_id, clinician_id)"
                                + " SELECT id, ? FROM team WHERE public_id = ?",
                        one,
                        team);
        }
    }

    private void submit() {
        People.give(People.consultation(patient, "To be watched"), any(teams));
    }

    /** One that waits for a team of theirs. */
    private void take(long clinician) {
        did(
                "UPDATE consultation SET status = 'IN_PROGRESS', clinician_id = ? WHERE patient_id = ?"
                        + " AND status = 'SUBMITTED' AND team_id IN (SELECT m.team_id FROM team_member m"
                        + " WHERE m.clinician_id = ?) ORDER BY id LIMIT 2",
                clinician,
                patientKey,
                clinician);
    }

    private void cover(long covered, long covering) {
        if (covered != covering) {
            new GrantedAccess(this::did).cover(covered, covering, "0 SECOND", "1 HOUR");
        }
    }

    private void did(String statement, Object... values) {
        Records.change(statement, values);
        done.add(statement.substring(0, Math.min(40, statement.length())) + List.of(values));
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
