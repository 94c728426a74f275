package org.consilium.ear.http;

import java.time.LocalDateTime;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;

/** Adds entries to the trail that no test could wait for: of times that are long over, or of other addresses. */
final class StaffEntries {
    private static final String INSERT = "INSERT INTO " + Trail.table()
            + " (at, kind, action, outcome, account, role, patient, relation, address, node)"
            + " VALUES (?, 'VIEW', 'READ_CONSULTATION', 'DONE', ?, 'DOCTOR', ?, ?, ?, 'test/1')";

    private StaffEntries() {}

    static void view(Person doctor, Person patient, LocalDateTime at, String relation, String address) {
        Records.change(INSERT, at, People.key(doctor), People.key(patient), relation, address);
    }

    static String id(Person person) {
        return Records.text("SELECT public_id FROM account WHERE email = ?", person.email());
    }
}
