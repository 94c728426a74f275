package org.consilium.care;

import org.jspecify.annotations.Nullable;

/**
 * How soon a team takes what is in its queue.
 *
 * @param responseMinutes of working time, after which the team is told; null for the hospital's
 * @param leadMinutes the same for its lead
 * @param leadKey the account of its lead; null without one
 */
public record TeamRule(
        long key,
        @Nullable Integer responseMinutes,
        @Nullable Integer leadMinutes,
        @Nullable Long leadKey) {}
