package org.consilium.privacy.trail;

import org.consilium.platform.Slice;
import org.jspecify.annotations.Nullable;

/**
 * Some of the patients whose records were reached.
 *
 * @param person of the filter
 * @param all how many there are altogether
 */
public record AffectedPage(@Nullable Party person, int all, Slice<AffectedPatient> patients) {}
