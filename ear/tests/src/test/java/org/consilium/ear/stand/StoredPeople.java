package org.consilium.ear.stand;

import java.time.LocalDate;
import org.consilium.account.PersonName;
import org.consilium.ear.stand.GrantedAccess.Statements;
import org.consilium.platform.PublicIds;

/**
 * Stores people as they are once patients have registered and staff have accepted their invitations. It costs no hash
 * of a password: all have that of one account.
 *
 * @param samePassword the e-mail of that account
 */
public record StoredPeople(Statements database, String samePassword) {

    /** Somebody who is no patient and treats nobody, or is about to. */
    public void account(String email, String role, String firstName, String lastName) {
        database.change(
                "INSERT INTO account (public_id, email, role, status, first_name, last_name, name_key, given_name_key,"
                        + " password_hash, created_at) SELECT ?, ?, ?, 'ACTIVE', ?, ?, ?, ?, password_hash,"
                        + " UTC_TIMESTAMP(6) FROM account WHERE email = ?",
                PublicIds.next(),
                email,
                role,
                firstName,
                lastName,
                new PersonName(firstName, lastName).lastFirstKey(),
                new PersonName(lastName, firstName).lastFirstKey(),
                samePassword);
    }

    public void patient(String email, String firstName, String lastName, LocalDate dateOfBirth) {
        account(email, "PATIENT", firstName, lastName);
        database.change(
                "INSERT INTO patient (account_id, date_of_birth, privacy_notice, privacy_accepted_at)"
                        + " SELECT id, ?, '2026-11', UTC_TIMESTAMP(6) FROM account WHERE email = ?",
                dateOfBirth,
                email);
    }

    /** A nurse or doctor of a team, which is named by its public id. */
    public void clinician(String email, String role, String firstName, String lastName, String team) {
        account(email, role, firstName, lastName);
        database.change(
                "INSERT INTO clinician (account_id, joined_at)"
                        + " SELECT id, UTC_TIMESTAMP(6) FROM account WHERE email = ?",
                email);
        database.change(
                "INSERT INTO team_member (team_id, clinician_id)"
                        + " SELECT t.id, a.id FROM team t, account a WHERE t.public_id = ? AND a.email = ?",
                team,
                email);
    }
}
