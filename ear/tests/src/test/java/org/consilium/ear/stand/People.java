package org.consilium.ear.stand;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * Makes people and consultations for one test alone, so that no test meets what another has done. All is invented, and
 * everybody's password is that of the demo.
 */
public final class People {

    public static final String GENERAL = "team-general-care-0001";
    public static final String SKIN = "team-skin-000000000001";
    public static final String BONES = "team-bones-joints-0001";

    /** The password of everybody, as in the demo. */
    public static final String PASSWORD = "Consilium-demo-1";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 16;

    private People() {}

    /** Somebody with an account. */
    public record Person(String email, String firstName, String lastName) {
        public String name() {
            return firstName + " " + lastName;
        }
    }

    public static Person patient() {
        Person person = named("Ines");
        stored().patient(person.email(), person.firstName(), person.lastName(), LocalDate.of(1990, 2, 3));
        return person;
    }

    /** Patients with one name. */
    public static List<Person> namesakes(int count) {
        Person first = named("Ines");
        List<Person> all = IntStream.range(0, count)
                .mapToObj(number -> new Person(number + first.email(), first.firstName(), first.lastName()))
                .toList();
        all.forEach(person ->
                stored().patient(person.email(), person.firstName(), person.lastName(), LocalDate.of(1990, 2, 3)));
        return all;
    }

    public static Person doctor(String team) {
        return clinician("DOCTOR", team);
    }

    public static Person nurse(String team) {
        return clinician("NURSE", team);
    }

    public static Person administrator() {
        return account("ADMINISTRATOR", "Alba");
    }

    public static Person privacyOfficer() {
        return account("PRIVACY_OFFICER", "Pia");
    }

    private static Person clinician(String role, String team) {
        Person person = named("Dara");
        stored().clinician(person.email(), role, person.firstName(), person.lastName(), team);
        return person;
    }

    private static Person account(String role, String firstName) {
        Person person = named(firstName);
        stored().account(person.email(), role, person.firstName(), person.lastName());
        return person;
    }

    /** Somebody whose other names nobody else has. */
    private static Person named(String firstName) {
        String lastName =
                "Made" + id().replaceAll("[^A-Za-z0-9]", "").substring(0, 12).toLowerCase(Locale.ROOT);
        return new Person(lastName.toLowerCase(Locale.ROOT) + "@example.org", firstName, lastName);
    }

    private static StoredPeople stored() {
        var unused = Stand.get().node(); // brings the tables and the demo's people
        return new StoredPeople(Records::change, "patient@example.org");
    }

    /** The address of the page on which an administrator sees somebody. */
    public static String page(Person person) {
        return "/people/" + Records.text("SELECT public_id FROM account WHERE email = ?", person.email());
    }

    /** A consultation that nobody has taken yet; its title is of use in no other. */
    public static String consultation(Person patient, String title) {
        String id = id();
        Records.change(
                "INSERT INTO consultation (public_id, patient_id, team_id, status, urgency, title, body_site,"
                        + " submitted_at, waiting_since, last_activity_at, idempotency_key)"
                        + " SELECT ?, a.id, t.id, 'SUBMITTED', 1, ?, 'ARM', UTC_TIMESTAMP(6), UTC_TIMESTAMP(6),"
                        + " UTC_TIMESTAMP(6), UUID() FROM account a, team t WHERE a.email = ? AND t.public_id = ?",
                id,
                title,
                patient.email(),
                GENERAL);
        Records.change(
                "INSERT INTO message (public_id, consultation_id, author_id, author_role, body, sent_at,"
                        + " idempotency_key) SELECT ?, id, patient_id, 'PATIENT', ?, UTC_TIMESTAMP(6), UUID()"
                        + " FROM consultation WHERE public_id = ?",
                id(),
                "It began on Sunday: " + title,
                id);
        return id;
    }

    /** Lets somebody reach consultations of other teams. */
    public static GrantedAccess grant() {
        return new GrantedAccess(Records::change);
    }

    /** An emergency access that a clinician has opened; its public id. */
    public static String emergency(Person clinician, Person patient) {
        return grant().emergency(key(clinician), key(patient));
    }

    /** The key of somebody's account. */
    public static long key(Person person) {
        return Records.number("SELECT id FROM account WHERE email = ?", person.email());
    }

    /** A finding about a clinician and a patient, which nobody has reviewed; its public id. */
    public static String finding(Person clinician, Person patient) {
        String id = id();
        Records.change(
                "INSERT INTO review_finding (public_id, rule_name, account_id, patient_id, subject, day, why, numbers, kind,"
                        + " entries, first_at, last_at, found_at, due_at, hand_on_at, version)"
                        + " SELECT ?, 'SAME_SURNAME', c.id, p.id, p.id, UTC_DATE(), 'SURNAME', '', 'VIEW', 2,"
                        + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 3 DAY,"
                        + " UTC_TIMESTAMP(6) + INTERVAL 3 DAY, 1 FROM account c, account p"
                        + " WHERE c.email = ? AND p.email = ?",
                id,
                clinician.email(),
                patient.email());
        return id;
    }

    /** A question of a patient to the privacy officer about an access to their record; its public id. */
    public static String question(Person patient) {
        String id = id();
        Records.change(
                "INSERT INTO privacy_question (public_id, patient_id, entry_id, entry_at, staff_id, question, asked_at,"
                        + " form_key, version) SELECT ?, id, 1, UTC_TIMESTAMP(6), id, 'Why?', UTC_TIMESTAMP(6), UUID(), 0"
                        + " FROM account WHERE email = ?",
                id,
                patient.email());
        return id;
    }

    /** Lets a team have a consultation. */
    public static void give(String consultation, String team) {
        Records.change(
                "UPDATE consultation SET team_id = (SELECT id FROM team WHERE public_id = ?) WHERE public_id = ?",
                team,
                consultation);
    }

    /** Lets a clinician have a consultation. */
    public static void take(String consultation, Person clinician) {
        Records.change(
                "UPDATE consultation SET status = 'IN_PROGRESS',"
                        + " clinician_id = (SELECT id FROM account WHERE email = ?) WHERE public_id = ?",
                clinician.email(),
                consultation);
    }

    /** Lets somebody cover for a colleague; the times are intervals from now, such as "-1 HOUR". */
    public static void cover(Person away, Person covering, String from, String until) {
        var unused = grant().cover(key(away), key(covering), from, until);
    }

    /** A team that nobody is in; its public id, which is a part of its name. */
    public static String team() {
        String id = id();
        Records.change("INSERT INTO team (public_id, name) VALUES (?, ?)", id, "Team " + id);
        return id;
    }

    /** A public id as the product makes them, of nothing that exists. */
    public static String id() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
