package org.consilium.care;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.consilium.account.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What an administrator decides for a team.
 *
 * @param responseMinutes of working time, after which the team is told of what nobody has taken; null for the
 *     hospital's
 * @param leadMinutes the same for its lead
 * @param lead a clinician of the team; null without one
 */
public record TeamSettings(
        @Nullable @Min(1) @Max(TeamSettings.MAX_MINUTES) Integer responseMinutes,
        @Nullable @Min(1) @Max(TeamSettings.MAX_MINUTES) Integer leadMinutes,
        @Nullable AccountId lead) {

    /** Some months of working time. */
    public static final int MAX_MINUTES = 99_999;
}
