package org.consilium.privacy.access;

import java.time.Instant;
import java.util.List;
import org.consilium.account.PersonName;
import org.consilium.privacy.trail.TrailPosition;

/**
 * Somebody of the staff has seen a patient's record: everything that they did until they left it alone for half an
 * hour.
 *
 * @param place of its last entry, by which a question names it
 * @param role in which they did it
 * @param emergency whether they used access in an emergency, without being on the care team
 * @param actions what they did, by the names of actions, each once, in the order of the first time
 */
public record StaffVisit(
        TrailPosition place,
        PersonName staff,
        String role,
        Instant began,
        Instant ended,
        boolean emergency,
        List<String> actions) {}
