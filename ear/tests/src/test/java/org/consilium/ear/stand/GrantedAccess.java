package org.consilium.ear.stand;

import org.consilium.platform.PublicIds;

/**
 * Lets clinicians of other teams reach consultations, as if cover, requests for advice, and emergency access had been
 * given on their pages. People are named by the keys of their accounts. The pages that somebody has open learn of it
 * within half a minute: it is best given before they sign in.
 */
public record GrantedAccess(Statements database) {

    /** Changes the database of a test. */
    @FunctionalInterface
    public interface Statements {
        void change(String statement, Object... values);
    }

    /** Somebody is away since an hour, and covered until tomorrow; the cover's public id. */
    public String cover(long covered, long covering) {
        return cover(covered, covering, "-1 HOUR", "1 DAY");
    }

    /** The same for a time that begins and ends so much from now, as SQL writes intervals. */
    public String cover(long covered, long covering, String from, String until) {
        String id = PublicIds.next();
        database.change(
                "INSERT INTO cover (public_id, covered_id, covering_id, starts_at, ends_at, given_by, given_at, version)"
                        + " VALUES (?, ?, ?, UTC_TIMESTAMP(6) + INTERVAL " + from + ", UTC_TIMESTAMP(6) + INTERVAL "
                        + until + ", ?, UTC_TIMESTAMP(6), 0)",
                id,
                covered,
                covering,
                covered);
        return id;
    }

    /** Somebody is asked for advice on a consultation; the public id of the request. */
    public String asking(String consultation, long asked, long by) {
        String id = PublicIds.next();
        database.change(
                "INSERT INTO asking (public_id, consultation_id, asked_id, asked_by, asked_at, note, active, version)"
                        + " SELECT ?, id, ?, ?, UTC_TIMESTAMP(6), 'Look at this', 1, 0 FROM consultation"
                        + " WHERE public_id = ?",
                id,
                asked,
                by,
                consultation);
        database.change("UPDATE consultation SET asked = asked + 1 WHERE public_id = ?", consultation);
        return id;
    }

    /** A clinician has opened the record of a patient in an emergency; the public id of that access. */
    public String emergency(long clinician, long patient) {
        String id = PublicIds.next();
        database.change(
                "INSERT INTO emergency_access (public_id, clinician_id, patient_id, reason, words, opened_at, until_at,"
                        + " open_by, letter, letter_due_at, version) VALUES (?, ?, ?, 'OTHER', 'No time to lose',"
                        + " UTC_TIMESTAMP(6), UTC_TIMESTAMP(6) + INTERVAL 4 HOUR, ?, 'DUE',"
                        + " UTC_TIMESTAMP(6) + INTERVAL 1 DAY, 0)",
                id,
                clinician,
                patient,
                clinician);
        return id;
    }

    /** The same for one that the clinician has ended. */
    public String endedEmergency(long clinician, long patient) {
        String id = emergency(clinician, patient);
        database.change(
                "UPDATE emergency_access SET open_by = NULL, ending = 'CLINICIAN', ended_at = UTC_TIMESTAMP(6)"
                        + " WHERE public_id = ?",
                id);
        return id;
    }
}
