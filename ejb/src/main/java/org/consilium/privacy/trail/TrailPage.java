package org.consilium.privacy.trail;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Some of the entries that the privacy officer looks for, the newest first.
 *
 * @param person of the filter
 * @param patient of the filter
 * @param next where to go on; null if these are the last ones. There may be a next place though few or no entries were
 *     found up to it.
 * @param archived days of the filter that are in the archive; null if there is none
 */
public record TrailPage(
        @Nullable Party person,
        @Nullable Party patient,
        List<TrailRow> rows,
        @Nullable TrailPosition next,
        @Nullable ArchivedPeriod archived) {}
