package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;

/** Somebody of each role, what is their own, and what is not. */
final class AccessCast {

    /** Everybody who may come. The first patient and the clinicians of general care share a consultation. */
    enum Who {
        NOBODY,
        PATIENT,
        STRANGER,
        NURSE,
        DOCTOR,
        OTHER_TEAM,
        ADMINISTRATOR,
        PRIVACY_OFFICER;

        static final Set<Who> PATIENTS = EnumSet.of(PATIENT, STRANGER);
        static final Set<Who> CLINICIANS = EnumSet.of(NURSE, DOCTOR, OTHER_TEAM);
    }

    private final Map<Who, HttpVisit> visits = new EnumMap<>(Who.class);
    private final Map<Who, Long> keys = new EnumMap<>(Who.class);
    private final Person patient = People.patient();
    private final String own = People.consultation(patient, "Own rash");
    private final String foreign;
    private final String ofOtherTeam;
    private final String inEmergency;
    private final String emergency;
    private final String finding;
    private final String photo;
    private final String loosePhoto;
    private final String question = People.question(patient);

    private AccessCast() {
        Person stranger = People.patient();
        foreign = People.consultation(stranger, "Foreign rash");
        ofOtherTeam = People.consultation(stranger, "Rash of the other team");
        People.give(ofOtherTeam, People.BONES);
        visits.put(Who.NOBODY, Visitors.anonymous());
        signIn(Who.PATIENT, patient);
        signIn(Who.STRANGER, stranger);
        signIn(Who.NURSE, People.nurse(People.GENERAL));
        signIn(Who.DOCTOR, People.doctor(People.GENERAL));
        Person other = People.doctor(People.SKIN);
        Person unconscious = People.patient();
        inEmergency = People.consultation(unconscious, "Found on the street");
        People.give(inEmergency, People.BONES);
        emergency = People.emergency(other, unconscious);
        finding = People.finding(other, unconscious);
        signIn(Who.OTHER_TEAM, other);
        signIn(Who.ADMINISTRATOR, People.administrator());
        signIn(Who.PRIVACY_OFFICER, People.privacyOfficer());
        photo = upload();
        write(photo);
        loosePhoto = upload();
    }

    /** New people, each of whom has signed in. */
    static AccessCast gather() {
        return new AccessCast();
    }

    private void signIn(Who who, Person person) {
        visits.put(who, Visitors.signedIn(person.email()));
        keys.put(who, People.key(person));
    }

    private String upload() {
        return Uploads.send(visit(Who.PATIENT), SamplePhotos.disc(80, 60, Color.PINK));
    }

    private void write(String image) {
        String path = "/consultation/" + own;
        HtmlForm form = HtmlForm.in(visit(Who.PATIENT).get(path).body(), "reply");
        Answer answer = visit(Who.PATIENT)
                .post(path, form.with("message", "Here it is.").with("photo-ids", image));
        assertThat(answer.status()).isEqualTo(302);
    }

    HttpVisit visit(Who who) {
        return Objects.requireNonNull(visits.get(who));
    }

    /** The entries of the audit trail after one of them. */
    List<Trail.Row> entries(Who who, long after) {
        Long account = keys.get(who);
        return account == null ? List.of() : Trail.of(account, after);
    }

    Person patient() {
        return patient;
    }

    /** The patient's consultation. */
    String own() {
        return own;
    }

    /** The stranger's, with the same team. */
    String foreign() {
        return foreign;
    }

    /** The stranger's, with a team that none of the clinicians is in. */
    String ofOtherTeam() {
        return ofOtherTeam;
    }

    /** Of a patient whose record the clinician of the other team has opened in an emergency. */
    String inEmergency() {
        return inEmergency;
    }

    /** That emergency access. */
    String emergency() {
        return emergency;
    }

    /** A finding about that clinician and patient. */
    String finding() {
        return finding;
    }

    /** In a message of the patient's. */
    String photo() {
        return photo;
    }

    /** Of the patient, to the privacy officer. */
    String question() {
        return question;
    }

    /** Sent by the patient, and in no message yet. */
    String loosePhoto() {
        return loosePhoto;
    }
}
