package org.consilium.ear.cost;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.consilium.ear.http.Uploads;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;

/** Pages and steps whose cost is known: the rows of the table in {@code ear/README.md}. */
public final class CountedSteps {

    private static final String SENT = "Sent to be counted";
    private static final String DRAFT = "/draft/submitted/consultation/new";
    private static final String VERSION = "Draft-Version";

    private final Person patient;
    private final HttpVisit asPatient;
    private final HttpVisit asDoctor;
    private final HttpVisit asNurse;
    private final HttpVisit asOfficer;
    private final String patientId;
    private final String doctorId;
    private final String path;
    private final String other;
    private final String photo;
    private final String account;
    private String version = "0";

    /** Makes the people and consultations that they need. */
    public static CountedSteps prepare() {
        return new CountedSteps();
    }

    private CountedSteps() {
        patient = People.patient();
        Person doctor = People.doctor(People.GENERAL);
        asPatient = Visitors.signedIn(patient.email());
        asDoctor = Visitors.signedIn(doctor.email());
        asOfficer = Visitors.signedIn(People.privacyOfficer().email());
        patientId = id(patient);
        doctorId = id(doctor);
        asNurse = Visitors.signedIn(People.nurse(People.GENERAL).email());
        path = inCare("Counted", doctor);
        other = inCare("Counted with remarks", doctor);
        photo = Uploads.send(asPatient, SamplePhotos.disc(80, 60, Color.PINK));
        submit(asPatient, path, "reply", "message", "Here it is.", "photo-ids", photo);
        submit(asDoctor, other, "note", "text", "Ask for the allergy.");
        submit(asDoctor, other, "closing", "summary", "Nothing bad.", "instructions", "Rest.");
        var unused = asDoctor.get(other);
        account = Visitors.account(asPatient, path);
        assertThat(saveDraft().status()).isEqualTo(204);
    }

    private static String id(Person person) {
        return Records.text("SELECT public_id FROM account WHERE email = ?", person.email());
    }

    private String inCare(String title, Person doctor) {
        String id = People.consultation(patient, title);
        People.take(id, doctor);
        return "/consultation/" + id;
    }

    /** Each row of the table: the preparation, and the request that is counted. */
    public Map<String, Step> all() {
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
        steps.put("reading a draft", new Step(() -> asPatient.get(DRAFT, "Shown-To", account)));
        steps.put("saving a draft", new Step(this::readVersion, this::saveDraft));
        steps.put("writing a note", sending(asNurse, path, "note", "text", "Seen."));
        steps.put("who has seen my record", new Step(() -> asPatient.get("/account/accesses")));
        steps.put("who touched a patient", new Step(() -> asOfficer.get("/privacy/trail?patient=" + patientId)));
        steps.put("patients affected", new Step(() -> asOfficer.get("/privacy/affected?person=" + doctorId)));
        return steps;
    }

    private void readVersion() {
        version = asPatient.get(DRAFT, "Shown-To", account).header(VERSION).orElse("0");
    }

    private Answer saveDraft() {
        return asPatient.send("PUT", DRAFT, "{}", "Shown-To", account, VERSION, version);
    }

    /** Something that somebody does. */
    public record Step(Runnable before, Supplier<Answer> counted) {
        Step(Supplier<Answer> counted) {
            this(() -> {}, counted);
        }

        /** The preparation and the request. */
        public void run() {
            before.run();
            var unused = counted.get();
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
}
