package org.consilium.privacy.trail;

import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Some of the patients whose records were reached.
 *
 * @param person of the filter
 * @param all how many there are altogether
 * @param archived days of the filter that are in the archive; null if there is none
 */
public record AffectedPage(
        @Nullable Party person,
        int all,
        Slice<AffectedPatient> patients,
        @Nullable ArchivedPeriod archived) {}
