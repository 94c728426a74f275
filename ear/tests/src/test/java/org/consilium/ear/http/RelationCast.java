package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.consilium.access.Action;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.ear.stand.GrantedAccess;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.jspecify.annotations.Nullable;

/** A consultation with a photo, and somebody of each role in each relation to it. */
final class RelationCast {

    /**
     * Somebody who comes.
     *
     * @param role absent if they have not signed in
     * @param relation to the consultation; absent if it is foreign to them
     * @param account its key
     */
    record Visitor(@Nullable Role role, @Nullable Relation relation, HttpVisit visit, long account) {

        /** Whether they may do this on a record that they reach by their relation. */
        boolean may(Action action) {
            return role != null
                    && relation != null
                    && action.isPermittedTo(role)
                    && (relation.isOfCareTeam() || !action.isForCareTeam());
        }

        boolean isSignedIn() {
            return role != null;
        }

        @Override
        public String toString() {
            return (role == null ? "NOBODY" : role.name()) + (relation == null ? "" : " by " + relation);
        }
    }

    private final GrantedAccess grant = People.grant();
    private final Person patient = People.patient();
    private final Person stranger = People.patient();
    private final Person colleague = People.doctor(People.GENERAL);
    private final String consultation = People.consultation(patient, "Spots on the arm");
    private final String another = People.consultation(patient, "Another of the same patient");
    private final String elsewhere = People.consultation(stranger, "Of another patient and team");
    private final HttpVisit asPatient = Visitors.signedIn(patient.email());
    private final HttpVisit asStranger = Visitors.signedIn(stranger.email());
    private final HttpVisit asColleague = Visitors.signedIn(colleague.email());
    private final List<Visitor> visitors = new ArrayList<>();
    private final String emergency;
    private final String photo;
    private final String loosePhoto;
    private final String begunPhoto;

    private RelationCast() {
        People.give(elsewhere, People.SKIN);
        visitors.add(new Visitor(null, null, Visitors.anonymous(), 0));
        visitors.add(new Visitor(Role.PATIENT, null, asStranger, People.key(stranger)));
        add(People.administrator(), Role.ADMINISTRATOR, Relation.ADMINISTRATION);
        add(People.privacyOfficer(), Role.PRIVACY_OFFICER, Relation.OVERSIGHT);
        addClinicians(Role.NURSE);
        emergency = addClinicians(Role.DOCTOR);
        // the last, as what they may remove is gone then
        visitors.add(new Visitor(Role.PATIENT, Relation.SELF, asPatient, People.key(patient)));
        photo = Uploads.send(asPatient, SamplePhotos.disc(80, 60, Color.PINK), consultation);
        send(asPatient, consultation, "reply", Map.of("message", "Here it is.", "photo-ids", photo));
        loosePhoto = Uploads.send(asPatient, SamplePhotos.disc(60, 40, Color.PINK));
        begunPhoto = Uploads.Ticket.of(Uploads.ticket(asPatient, SamplePhotos.disc(40, 40, Color.PINK), ""))
                .id();
    }

    /** New people, each of whom has signed in. */
    static RelationCast gather() {
        return new RelationCast();
    }

    /** One in each relation of care, and one in none; the emergency access of one of them. */
    private String addClinicians(Role role) {
        Person foreign = clinician(role, People.SKIN);
        giveWhatIsNotEnough(foreign);
        add(foreign, role, null);
        add(clinician(role, People.GENERAL), role, Relation.CARE_TEAM);
        Person covering = clinician(role, People.SKIN);
        grant.cover(People.key(colleague), People.key(covering));
        add(covering, role, Relation.COVER);
        Person asked = clinician(role, People.SKIN);
        grant.asking(consultation, People.key(asked), People.key(colleague));
        add(asked, role, Relation.ASKED_IN);
        Person present = clinician(role, People.SKIN);
        String opened = People.emergency(present, patient);
        add(present, role, Relation.EMERGENCY);
        return opened;
    }

    /** Access that has ended, or is to another patient's record or to another consultation. */
    private void giveWhatIsNotEnough(Person foreign) {
        long key = People.key(foreign);
        grant.endedEmergency(key, People.key(patient));
        grant.emergency(key, People.key(stranger));
        grant.cover(People.key(colleague), key, "-2 DAY", "-1 HOUR");
        grant.asking(another, key, People.key(colleague));
    }

    private static Person clinician(Role role, String team) {
        return role == Role.NURSE ? People.nurse(team) : People.doctor(team);
    }

    private void add(Person person, Role role, @Nullable Relation relation) {
        visitors.add(new Visitor(role, relation, Visitors.signedIn(person.email()), People.key(person)));
    }

    /** Sends a form of the page of a consultation. */
    static void send(HttpVisit visit, String consultation, String form, Map<String, String> fields) {
        String path = "/consultation/" + consultation;
        HtmlForm filled = HtmlForm.in(visit.get(path).body(), form);
        for (Map.Entry<String, String> field : fields.entrySet()) {
            filled = filled.with(field.getKey(), field.getValue());
        }
        assertThat(visit.post(path, filled)).matches(Answer::isDone);
    }

    /** While a colleague has the consultation; clinicians write to the patient then. */
    void taken(Runnable step) {
        People.take(consultation, colleague);
        try {
            step.run();
        } finally {
            Records.change(
                    "UPDATE consultation SET status = 'SUBMITTED', clinician_id = NULL WHERE public_id = ?",
                    consultation);
        }
    }

    /** The address of the photo on its page, with the signature of that look at it. */
    String look(HttpVisit visit) {
        return Visitors.page(visit, "/image/" + photo).select(".stage img").attr("src");
    }

    /** The patient writes. */
    void change() {
        send(asPatient, consultation, "reply", Map.of("message", "It itches."));
    }

    /** Somebody of the care team writes what the staff alone sees. */
    void changeForStaff() {
        send(asColleague, consultation, "note", Map.of("text", "Ask for allergies."));
    }

    /** Somebody writes to the team of all clinicians who are not on the care team. */
    void changeElsewhere() {
        send(asStranger, elsewhere, "reply", Map.of("message", "It itches, too."));
    }

    /** Everybody, the patient last. */
    List<Visitor> visitors() {
        return visitors;
    }

    Person patient() {
        return patient;
    }

    /** One of the care team, who is none of the visitors. */
    HttpVisit asColleague() {
        return asColleague;
    }

    /** The patient's, with general care. */
    String consultation() {
        return consultation;
    }

    /** Of another patient, with the team of all clinicians who are not on the care team. */
    String elsewhere() {
        return elsewhere;
    }

    /** The emergency access of the doctor. */
    String emergency() {
        return emergency;
    }

    /** In the consultation. */
    String photo() {
        return photo;
    }

    /** Sent by the patient, and in no message yet. */
    String loosePhoto() {
        return loosePhoto;
    }

    /** The patient has begun to send it. */
    String begunPhoto() {
        return begunPhoto;
    }
}
