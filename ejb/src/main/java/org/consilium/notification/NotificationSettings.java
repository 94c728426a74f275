package org.consilium.notification;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * When somebody gets letters about something new.
 *
 * @param quiet null for letters at all hours
 */
public record NotificationSettings(Timing timing, @Nullable QuietHours quiet) {

    /** As they are stored; with nulls for those of somebody who has chosen nothing. */
    static NotificationSettings stored(@Nullable Object timing, @Nullable Object from, @Nullable Object until) {
        return new NotificationSettings(
                timing == null ? Timing.DEFAULT : Timing.valueOf(timing.toString()),
                from instanceof Number begin && until instanceof Number end
                        ? new QuietHours(begin.intValue(), end.intValue())
                        : null);
    }

    /** When the quiet hours end; empty if there are none at this moment. */
    Optional<Instant> quietUntil(Instant now, ZoneId zone) {
        return Optional.ofNullable(quiet).flatMap(hours -> hours.end(now, zone));
    }
}
