package org.consilium.privacy.disclosure;

import java.time.LocalDate;
import java.util.List;
import org.consilium.privacy.trail.ArchivedPeriod;
import org.consilium.privacy.trail.Party;
import org.consilium.privacy.trail.TrailRow;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of disclosures for a patient (45 CFR 164.528).
 *
 * @param from the first day of the six years
 * @param until today
 * @param entered those outside of the system, the newest first
 * @param exports what somebody of the staff has exported from the system, the newest first
 * @param complete false if there are more of them than a document takes
 * @param archived days whose exports are in the archive; null if there is none
 */
public record Accounting(
        Party patient,
        LocalDate from,
        LocalDate until,
        List<DisclosureRow> entered,
        List<TrailRow> exports,
        boolean complete,
        @Nullable ArchivedPeriod archived) {}
