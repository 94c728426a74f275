package org.consilium.privacy.trail;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The place of an entry in the trail, whose lists are sorted by it.
 *
 * @param at in microseconds at most
 */
public record TrailPosition(Instant at, long id) {
    private static final int RADIX = 36;

    /** Short enough for a DATETIME, and for a long. */
    private static final Pattern CODE = Pattern.compile("([0-9a-z]{1,11})-([0-9a-z]{1,12})");

    /** Reads a {@link #code}; empty if it is none. */
    public static Optional<TrailPosition> parse(@Nullable String code) {
        Matcher matcher = CODE.matcher(code == null ? "" : code);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long micros = Long.parseLong(matcher.group(1), RADIX);
        return Optional.of(new TrailPosition(
                Instant.EPOCH.plus(micros, ChronoUnit.MICROS), Long.parseLong(matcher.group(2), RADIX)));
    }

    /** As an address has it. */
    public String code() {
        long micros = ChronoUnit.MICROS.between(Instant.EPOCH, at);
        return Long.toString(micros, RADIX) + '-' + Long.toString(id, RADIX);
    }
}
