package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A doctor at one node and a nurse at another take the same case: one has it, and the other is told who. */
class TwoCliniciansFaultIT {

    private static final int PAIRS = 50;

    private Clinician doctor;
    private Clinician nurse;
    private Person patient;

    /** Somebody who could take the case, at a node of their own. */
    private record Clinician(Person person, HttpVisit visit) {

        /** What the button "Take this consultation" sends. */
        HtmlForm taking(String consultation) {
            return HtmlForm.in(visit.get(path(consultation)).body(), "take");
        }

        CompletableFuture<Answer> take(String consultation, HtmlForm form) {
            return CompletableFuture.supplyAsync(() -> visit.post(path(consultation), form));
        }
    }

    @BeforeEach
    void begin() {
        Cluster cluster = Cluster.whole();
        doctor = signedIn(cluster, 0, People.doctor(People.GENERAL));
        nurse = signedIn(cluster, 1, People.nurse(People.GENERAL));
        patient = People.patient();
    }

    private static Clinician signedIn(Cluster cluster, int node, Person person) {
        return new Clinician(person, Visitors.signedIn(cluster.node(node).address(), person));
    }

    private static String path(String consultation) {
        return "/consultation/" + consultation;
    }

    @Test
    void oneOfThemHasIt() {
        for (int number = 0; number < PAIRS; number++) {
            String consultation = People.consultation(patient, "Wanted by two, number " + number);
            HtmlForm ofDoctor = doctor.taking(consultation);
            HtmlForm ofNurse = nurse.taking(consultation);
            assertOneWinner(consultation, doctor.take(consultation, ofDoctor), nurse.take(consultation, ofNurse));
        }
    }

    /** Both are past every check that comes before the step itself. */
    @Test
    void evenIfBothAreAboutToWriteIt() {
        String consultation = People.consultation(patient, "Wanted by two in the same instant");
        HtmlForm ofDoctor = doctor.taking(consultation);
        HtmlForm ofNurse = nurse.taking(consultation);
        CompletableFuture<Answer> toDoctor;
        CompletableFuture<Answer> toNurse;
        try (LockedRow row = new LockedRow(consultation)) {
            toDoctor = doctor.take(consultation, ofDoctor);
            toNurse = nurse.take(consultation, ofNurse);
            row.awaitWaiting(2);
        }
        assertOneWinner(consultation, toDoctor, toNurse);
    }

    private void assertOneWinner(
            String consultation, CompletableFuture<Answer> ofDoctor, CompletableFuture<Answer> ofNurse) {
        Answer toDoctor = ofDoctor.join();
        Answer toNurse = ofNurse.join();
        boolean doctorWon = toDoctor.isDone();
        Answer toLoser = doctorWon ? toNurse : toDoctor;
        Person winner = (doctorWon ? doctor : nurse).person();
        assertThat(doctorWon ? toDoctor : toNurse).matches(Answer::isDone);
        assertThat(toLoser).matches(Answer::isPage);
        assertThat(toLoser.body()).contains(winner.name() + " took this consultation just before you.");
        assertThat(holder(consultation)).isEqualTo(winner.email());
    }

    private static String holder(String consultation) {
        return Records.text(
                "SELECT a.email FROM consultation c JOIN account a ON a.id = c.clinician_id"
                        + " WHERE c.public_id = ? AND c.status = 'IN_PROGRESS'",
                consultation);
    }
}
