package org.consilium.privacy.trail;

import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail with the people in it.
 *
 * @param person who did it; null if nobody had signed in
 * @param patient whom it concerns
 */
public record TrailRow(
        TrailEntry entry, @Nullable Party person, @Nullable Party patient) {}
