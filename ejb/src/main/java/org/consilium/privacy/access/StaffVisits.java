package org.consilium.privacy.access;

import org.consilium.platform.Slice;
import org.consilium.privacy.trail.ArchivedPeriod;
import org.jspecify.annotations.Nullable;

/**
 * Visits to a patient's record.
 *
 * @param archived days whose visits are in the archive; null if there is none, or if there are more visits
 */
public record StaffVisits(Slice<StaffVisit> slice, @Nullable ArchivedPeriod archived) {}
