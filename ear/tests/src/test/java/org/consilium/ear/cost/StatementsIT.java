package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.BackEndLog;
import org.consilium.ear.stand.BackEndLog.Sent;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Nothing asks the back ends more often than the table in {@code ear/README.md} says. */
class StatementsIT {

    private static final Path README = Path.of("..", "README.md");

    /** The first columns of a row of the table. */
    private static final Pattern ROW = Pattern.compile("(?m)^\\| ([^|]+) \\| (\\d+) \\| (\\d+) \\|$");

    /** The timers of the nodes ask as well, now and then. */
    private static final int READINGS = 6;

    private static final String SENT = "Sent to be counted";

    private static Person patient;
    private static HttpVisit asPatient;
    private static HttpVisit asDoctor;
    private static HttpVisit asNurse;
    private static String path;
    private static String other;
    private static String photo;

    @BeforeAll
    static void consultations() {
        patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        asPatient = Visitors.signedIn(patient.email());
        asDoctor = Visitors.signedIn(doctor.email());
        asNurse = Visitors.signedIn(People.nurse(People.GENERAL).email());
        path = inCare("Counted", doctor);
        other = inCare("Counted with remarks", doctor);
        photo = Uploads.send(asPatient, SamplePhotos.disc(80, 60, Color.PINK));
        submit(asPatient, path, "reply", "message", "Here it is.", "photo-ids", photo);
        submit(asDoctor, other, "note", "text", "Ask for the allergy.");
        submit(asDoctor, other, "closing", "summary", "Nothing bad.", "instructions", "Rest.");
        var unused = asDoctor.get(other);
    }

    private static String inCare(String title, Person doctor) {
        String id = People.consultation(patient, title);
        People.take(id, doctor);
        return "/consultation/" + id;
    }

    /** Each row of the table: the preparation, and the request that is counted. */
    private static Map<String, Step> steps() {
        Map<String, Step> steps = new LinkedHashMap<>();
        steps.put("own consultations", new Step(() -> asPatient.get("/consultations")));
        steps.put("queue", new Step(() -> asDoctor.get("/queue?view=MINE")));
        steps.put("a consultation", new Step(() -> asPatient.get(path)));
        steps.put("a consultation, for a clinician", new Step(() -> asDoctor.get(path)));
        steps.put("with summaries and notes", new Step(() -> asDoctor.get(other)));
        steps.put(
                "with something new",
                new Step(() -> submit(asDoctor, path, "reply", "message", SENT), () -> asPatient.get(path)));
        steps.put("a photo", new Step(() -> asPatient.get("/image/" + photo)));
        steps.put("a link to a photo", new Step(() -> asPatient.get("/photo/" + photo + "/thumbnail")));
        steps.put(
                "new links to all photos of a page",
                new Step(() -> asPatient.get("/photos/links?id=" + photo, "Sec-Fetch-Site", "same-origin")));
        steps.put("sending a message", sending(asPatient, path, "reply", "message", SENT));
        steps.put("sending a message, for a clinician", sending(asDoctor, path, "reply", "message", SENT));
        steps.put("writing a note", sending(asNurse, path, "note", "text", "Seen."));
        return steps;
    }

    private record Step(Runnable before, Supplier<Answer> counted) {
        Step(Supplier<Answer> counted) {
            this(() -> {}, counted);
        }
    }

    /** The form of a page that was opened before. */
    private static Step sending(HttpVisit visit, String page, String form, String... values) {
        HtmlForm[] opened = new HtmlForm[1];
        return new Step(() -> opened[0] = filled(visit, page, form, values), () -> visit.post(page, opened[0]));
    }

    private static HtmlForm filled(HttpVisit visit, String page, String form, String... values) {
        HtmlForm filled = HtmlForm.in(visit.get(page).body(), form);
        for (int i = 0; i < values.length; i += 2) {
            filled = filled.with(values[i], values[i + 1]);
        }
        return filled;
    }

    private static void submit(HttpVisit visit, String page, String form, String... values) {
        assertThat(visit.post(page, filled(visit, page, form, values))).matches(Answer::isDone);
    }

    @TestFactory
    Stream<DynamicTest> askNoMoreThanTheTableSays() {
        Map<String, MatchResult> table = table();
        return steps().entrySet().stream()
                .map(step -> DynamicTest.dynamicTest(step.getKey(), () -> {
                    MatchResult row = Objects.requireNonNull(table.get(step.getKey()), step.getKey());
                    List<Sent> readings = IntStream.range(0, READINGS)
                            .mapToObj(reading -> sent(step.getValue()))
                            .toList();
                    assertThat(fewest(readings.stream().map(Sent::statements)))
                            .as("statements")
                            .hasSize(Integer.parseInt(row.group(2)));
                    assertThat(fewest(readings.stream().map(Sent::commands)))
                            .as("commands to Redis")
                            .hasSize(Integer.parseInt(row.group(3)));
                }));
    }

    private static Sent sent(Step step) {
        step.before().run();
        return BackEndLog.of(
                () -> assertThat(step.counted().get().status()).as("status").isIn(200, 302, 303));
    }

    private static List<String> fewest(Stream<List<String>> readings) {
        return readings.min(Comparator.comparingInt(List::size)).orElseThrow();
    }

    @Test
    void theTableHasNoOtherRows() {
        assertThat(table().keySet()).containsExactlyElementsOf(steps().keySet());
    }

    private static Map<String, MatchResult> table() {
        try {
            Map<String, MatchResult> rows = new LinkedHashMap<>();
            ROW.matcher(Files.readString(README)).results().forEach(row -> rows.put(row.group(1), row));
            return rows;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
