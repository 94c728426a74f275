package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.ear.browser.Hospital.Person;

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

    private final Map<Who, PlainVisit> visits = new EnumMap<>(Who.class);
    private final Person patient = Hospital.patient();
    private final String own = Hospital.consultation(patient, "Own rash");
    private final String foreign;
    private final String ofOtherTeam;
    private final String photo;
    private final String loosePhoto;

    private AccessCast() {
        Person stranger = Hospital.patient();
        foreign = Hospital.consultation(stranger, "Foreign rash");
        ofOtherTeam = Hospital.consultation(stranger, "Rash of the other team");
        Hospital.give(ofOtherTeam, Hospital.BONES);
        visits.put(Who.NOBODY, PlainVisit.start());
        visits.put(Who.PATIENT, PlainVisit.of(patient.email()));
        visits.put(Who.STRANGER, PlainVisit.of(stranger.email()));
        visits.put(Who.NURSE, PlainVisit.of(Hospital.nurse(Hospital.GENERAL).email()));
        visits.put(Who.DOCTOR, PlainVisit.of(Hospital.doctor(Hospital.GENERAL).email()));
        visits.put(Who.OTHER_TEAM, PlainVisit.of(Hospital.doctor(Hospital.SKIN).email()));
        visits.put(Who.ADMINISTRATOR, PlainVisit.of(Hospital.administrator().email()));
        visits.put(Who.PRIVACY_OFFICER, PlainVisit.of(Hospital.privacyOfficer().email()));
        photo = upload();
        write(photo);
        loosePhoto = upload();
    }

    /** New people, each of whom has signed in. */
    static AccessCast gather() {
        return new AccessCast();
    }

    private String upload() {
        return Uploads.send(visit(Who.PATIENT), Pictures.jpeg(80, 60, Color.PINK));
    }

    private void write(String image) {
        String path = "/consultation/" + own;
        Form form = Form.in(visit(Who.PATIENT).get(path).body(), "reply");
        HttpResponse<String> answer = visit(Who.PATIENT)
                .post(path, form.with("message", "Here it is.").with("photo-ids", image));
        assertThat(answer.statusCode()).isEqualTo(302);
    }

    PlainVisit visit(Who who) {
        return Objects.requireNonNull(visits.get(who));
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

    /** In a message of the patient's. */
    String photo() {
        return photo;
    }

    /** Sent by the patient, and in no message yet. */
    String loosePhoto() {
        return loosePhoto;
    }
}
