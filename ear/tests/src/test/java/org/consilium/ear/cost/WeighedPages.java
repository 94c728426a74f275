package org.consilium.ear.cost;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.IntStream;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;

/** The pages that are opened most, as full as they often are: 20 consultations, or ten messages and two photos. */
public final class WeighedPages {

    private static final int CONSULTATIONS = 20;
    private static final int MESSAGES = 8;
    private static final String MESSAGE =
            "It itches most in the evening, and a little less since I use the cream twice a day as you said. (%d)";

    private final HttpVisit patient;
    private final HttpVisit doctor;
    private final String thread;

    /** Makes the people and what they have written. */
    public WeighedPages() {
        Person sick = People.patient();
        Person treating = People.doctor(People.GENERAL);
        patient = Visitors.signedIn(sick.email());
        doctor = Visitors.signedIn(treating.email());
        String id = IntStream.range(0, CONSULTATIONS)
                .mapToObj(number -> inCare(sick, treating, number))
                .reduce("", (former, latter) -> latter);
        thread = "/consultation/" + id;
        write();
    }

    private static String inCare(Person sick, Person treating, int number) {
        String id = People.consultation(sick, "A rash on the arm, the %dth time".formatted(number + 10));
        People.take(id, treating);
        return id;
    }

    private void write() {
        String photos = Uploads.send(patient, SamplePhotos.disc(800, 600, Color.PINK))
                + ','
                + Uploads.send(patient, SamplePhotos.disc(600, 800, Color.RED));
        send(patient, "Here are two photos.", photos);
        IntStream.range(0, MESSAGES)
                .forEach(number -> send(number % 2 == 0 ? doctor : patient, MESSAGE.formatted(number), ""));
    }

    private void send(HttpVisit visit, String text, String photos) {
        HtmlForm form = HtmlForm.in(visit.get(thread).body(), "reply")
                .with("message", text)
                .with("photo-ids", photos);
        if (!visit.post(thread, form).isDone()) {
            throw new AssertionError("not sent: " + text);
        }
    }

    /** The visit that opens a page, and the path of the page. */
    public record Opened(HttpVisit person, String path) {}

    /** The pages by their names in the table of {@code ear/README.md}. */
    public Map<String, Opened> all() {
        Map<String, Opened> pages = new LinkedHashMap<>();
        pages.put("own consultations", new Opened(patient, "/consultations"));
        pages.put("queue", new Opened(doctor, "/queue?view=MINE"));
        pages.put("a consultation", new Opened(patient, thread));
        pages.put("a consultation, for a clinician", new Opened(doctor, thread));
        return pages;
    }
}
