package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.Severity;
import org.consilium.ear.service.Together.Outcome;
import org.consilium.image.ImageId;
import org.consilium.image.annotation.AnnotationService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Any two steps taken in one consultation at the same moment end as if one had come after the other: permission is
 * judged on the state that the step then changes.
 */
class WritingPairsIT extends InContainer {

    private static final int TIMES = 50;

    private static final String STATE = "select concat_ws(' ', c.status, t.public_id, 'holder', c.clinician_id,"
            + " 'is in the team', exists (select 1 from team_member m where m.team_id = c.team_id"
            + " and m.clinician_id = c.clinician_id)) from consultation c join team t on t.id = c.team_id"
            + " where c.public_id = ?";

    private static final List<String> WRITTEN = List.of(
            "message w join consultation c on c.id = w.consultation_id where c.public_id = ?",
            "staff_note w join consultation c on c.id = w.consultation_id where c.public_id = ?",
            "after_visit_summary w join consultation c on c.id = w.consultation_id where c.public_id = ?",
            "image_annotation w join message_image i on i.image_id = w.image_id join message m on m.id = i.message_id"
                    + " join consultation c on c.id = m.consultation_id where c.public_id = ?");

    @Inject
    private AnnotationService annotations;

    private Actor patient;
    private Actor doctor;
    private Actor nurse;
    private ConsultationId id;
    private ImageId image;
    private List<Step> steps;

    /** One of the things that can be done to the consultation; {@code by} makes it the step of a clinician. */
    private record Step(String name, Function<Actor, Callable<Boolean>> by) {}

    /** Two steps, the first by the doctor, the second by the nurse, unless a step is the patient's. */
    private record Pair(Step first, Step second) {

        boolean has(String name) {
            return first.name().equals(name) || second.name().equals(name);
        }

        @Override
        public String toString() {
            return first.name() + " and " + second.name();
        }
    }

    @BeforeEach
    void consultation() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
        nurse = hospital.nurse(Hospital.GENERAL_CARE);
        image = photo(patient);
        id = patient.asks(
                () -> consultations.submit(Forms.consultation("Wanted by two", Severity.MILD, List.of(image))));
        steps = List.of(
                new Step("ask", any -> patient.errand(() -> consultations.write(id, Forms.message("Any news?")))),
                new Step("answer", by -> by.errand(() -> consultations.write(id, Forms.message("Rest.")))),
                new Step("take", by -> by.errand(() -> consultations.take(id))),
                new Step("hand over", by -> by.errand(() -> consultations.handOver(id, Hospital.SKIN))),
                new Step("close", by -> by.errand(() -> consultations.close(id, Forms.closing(1)))),
                new Step("note", by -> by.errand(() -> consultations.note(id, Forms.note("Mind this.")))),
                new Step("annotate", by -> by.errand(() -> annotations.add(image, Forms.annotation("Here")))));
    }

    @Test
    void endAsIfOneHadComeAfterTheOther() {
        Set<String> wrong = new HashSet<>();
        pairs().forEach(pair -> {
            Set<String> serial = new HashSet<>(List.of(oneAfterTheOther(pair, 0, 1), oneAfterTheOther(pair, 1, 0)));
            for (int time = 0; time < TIMES; time++) {
                String end = endOf(pair, Together::run);
                if (!serial.contains(end)) {
                    wrong.add(pair + ": " + end + ", but one after the other: " + serial);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    private Stream<Pair> pairs() {
        return IntStream.range(0, steps.size())
                .boxed()
                .flatMap(first -> IntStream.range(first, steps.size())
                        .mapToObj(second -> new Pair(steps.get(first), steps.get(second))));
    }

    private String oneAfterTheOther(Pair pair, int former, int latter) {
        return endOf(pair, calls -> {
            Outcome<Boolean> begun = only(calls.get(former));
            Outcome<Boolean> then = only(calls.get(latter));
            return former == 0 ? List.of(begun, then) : List.of(then, begun);
        });
    }

    private static Outcome<Boolean> only(Callable<Boolean> call) {
        return Together.run(List.of(call)).get(0);
    }

    /** What both were told, and what is stored afterwards. */
    private String endOf(Pair pair, Function<List<Callable<Boolean>>, List<Outcome<Boolean>>> way) {
        begin(pair);
        List<Long> before = written();
        List<Outcome<Boolean>> told = way.apply(
                List.of(pair.first().by().apply(doctor), pair.second().by().apply(nurse)));
        List<Long> after = written();
        List<Long> added = IntStream.range(0, after.size())
                .mapToObj(table -> after.get(table) - before.get(table))
                .toList();
        return told.stream().map(WritingPairsIT::answer).toList() + " " + rows.only(STATE, id.value()) + " " + added;
    }

    /** Waits to be taken if one of the two takes it, else the doctor has it. */
    private void begin(Pair pair) {
        String status = pair.has("take") ? "SUBMITTED" : "IN_PROGRESS";
        rows.change(
                "update consultation set status = ?, clinician_id = if(? = 'SUBMITTED', null, ?), version = 1,"
                        + " closed_at = null, team_id = (select t.id from team t where t.public_id = ?)"
                        + " where public_id = ?",
                status,
                status,
                doctor.key(),
                Hospital.GENERAL_CARE.value(),
                id.value());
    }

    private List<Long> written() {
        return WRITTEN.stream().map(table -> rows.count(table, id.value())).toList();
    }

    private static String answer(Outcome<Boolean> told) {
        Throwable failure = told.failure();
        return failure == null ? "done" : failure.getClass().getSimpleName();
    }
}
