package org.consilium.account;

import org.consilium.access.Role;

/**
 * An appointment that waits for approval, as a page shows it.
 *
 * @param proposer the name of the person who has proposed it
 * @param approvable whether the reader may approve it, who has not proposed it
 */
public record PendingAppointment(
        AppointmentId id, PersonName name, String email, Role role, String proposer, boolean approvable) {}
