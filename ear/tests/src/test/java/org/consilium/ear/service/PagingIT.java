package org.consilium.ear.service;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.consilium.account.AccountId;
import org.consilium.account.PeopleService;
import org.consilium.account.Person;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationSummary;
import org.consilium.consultation.QueueFilter;
import org.consilium.consultation.QueueService;
import org.consilium.consultation.QueueView;
import org.consilium.consultation.Severity;
import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Long lists slice by slice: everything once and in order, although more arrives while somebody reads. */
class PagingIT extends InContainer {

    private static final int ALL = 45;
    private static final List<Severity> IN_TURN = List.of(Severity.MODERATE, Severity.MILD, Severity.SEVERE);

    @Inject
    private QueueService queue;

    @Inject
    private PeopleService people;

    private Actor patient;
    private Actor doctor;

    @BeforeEach
    void readers() {
        patient = hospital.patient();
        doctor = hospital.doctor(Hospital.GENERAL_CARE);
    }

    @Test
    void showsThePatientTheLatestFirst() {
        List<ConsultationId> expected = submitted().stream()
                .sorted(Comparator.comparingInt(Submitted::number).reversed())
                .map(Submitted::id)
                .toList();
        Slice<ConsultationSummary> first = patient.asks(() -> queue.own(null));
        submittedBy(patient);
        Slice<ConsultationSummary> second = patient.asks(() -> queue.own(after(first)));
        Slice<ConsultationSummary> third = patient.asks(() -> queue.own(after(second)));

        assertSlices(expected, List.of(first, second, third));
    }

    @Test
    void showsTheClinicTheMostSevereFirstAndThenWhoHasWaitedLongest() {
        List<ConsultationId> expected = submitted().stream()
                .sorted(Comparator.comparing(Submitted::severity).thenComparingInt(Submitted::number))
                .map(Submitted::id)
                .toList();
        Slice<ConsultationSummary> first = waiting(null);
        ConsultationId severe = patient.asks(() -> consultations.submit(Forms.consultation(Severity.SEVERE)));
        Slice<ConsultationSummary> second = waiting(after(first));
        Slice<ConsultationSummary> third = waiting(after(second));

        assertSlices(expected, List.of(first, second, third));
        assertThat(expected).doesNotContain(severe);
    }

    @Test
    void showsPeopleByName() {
        Actor administrator = hospital.administrator();
        String family = Hospital.word();
        List<String> firstNames = IntStream.range(0, ALL)
                .mapToObj(i -> "%c%02d".formatted('A' + i * 7 % 26, i))
                .toList();
        firstNames.forEach(name -> hospital.patient(name, family));
        Slice<Person> first = administrator.asks(() -> people.list(family, null));
        hospital.patient("Aaaa", family);
        Slice<Person> second = administrator.asks(() -> people.list(family, afterPerson(first)));
        Slice<Person> third = administrator.asks(() -> people.list(family, afterPerson(second)));

        assertSizes(List.of(first, second, third));
        assertThat(Stream.of(first, second, third)
                        .flatMap(slice -> slice.rows().stream())
                        .map(person -> person.name().first()))
                .containsExactlyElementsOf(firstNames.stream().sorted().toList());
    }

    @Test
    void asksTheDatabaseAsOftenForManyRowsAsForFew() {
        submittedBy(patient);
        submittedBy(patient);
        Supplier<Slice<ConsultationSummary>> own = () -> patient.asks(() -> queue.own(null));
        long few = fewestQueriesOf(own, 2);
        IntStream.range(2, 20).forEach(i -> submittedBy(patient));
        // the timers of the nodes ask the same database now and then
        long anew = LongStream.range(0, 5)
                .map(reading -> {
                    submittedBy(patient);
                    return queriesOf(own, 20);
                })
                .min()
                .orElseThrow();
        assertThat(anew).as("with what is unread counted anew").isLessThanOrEqualTo(few + 2);
        assertThat(fewestQueriesOf(own, 20)).isEqualTo(few).isPositive();
    }

    /** What is remembered from one reading may come too late for the next. */
    private long fewestQueriesOf(Supplier<Slice<ConsultationSummary>> list, int size) {
        return LongStream.range(0, 5)
                .map(reading -> queriesOf(list, size))
                .min()
                .orElseThrow();
    }

    private long queriesOf(Supplier<Slice<ConsultationSummary>> list, int size) {
        long before = queries();
        assertThat(list.get().rows()).hasSize(size);
        return queries() - before;
    }

    private long queries() {
        return rows.counter("Com_select");
    }

    /** In the order of their submission, of all three severities in turn. */
    private List<Submitted> submitted() {
        return IntStream.range(0, ALL)
                .mapToObj(i -> {
                    Severity severity = IN_TURN.get(i % IN_TURN.size());
                    return new Submitted(
                            i, severity, patient.asks(() -> consultations.submit(Forms.consultation(severity))));
                })
                .toList();
    }

    private Slice<ConsultationSummary> waiting(@Nullable ConsultationId after) {
        String name = patient.fullName().substring(patient.fullName().indexOf(' ') + 1);
        return doctor.asks(() -> queue.queue(new QueueFilter(QueueView.WAITING, name, null), after));
    }

    private static ConsultationId after(Slice<ConsultationSummary> slice) {
        return new ConsultationId(Objects.requireNonNull(slice.next()));
    }

    private static AccountId afterPerson(Slice<Person> slice) {
        return new AccountId(Objects.requireNonNull(slice.next()));
    }

    private static void assertSlices(List<ConsultationId> expected, List<Slice<ConsultationSummary>> slices) {
        assertSizes(slices);
        assertThat(slices.stream().flatMap(slice -> slice.rows().stream()).map(ConsultationSummary::id))
                .containsExactlyElementsOf(expected);
    }

    private static <T> void assertSizes(List<Slice<T>> slices) {
        assertThat(slices.stream().map(slice -> slice.rows().size())).containsExactly(20, 20, 5);
        assertThat(slices.get(2).next()).isNull();
    }

    private record Submitted(int number, Severity severity, ConsultationId id) {}
}
