package org.consilium.draft;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a draft belongs: the name of a form, and the path of its page.
 *
 * @param value such as {@code written/consultation/<public id>}
 */
public record DraftPlace(String value) {
    /** Characters at most, all of ASCII. */
    static final int MAX = 160;

    private static final Pattern WELL_FORMED = Pattern.compile("[a-z-]{1,20}(/[A-Za-z0-9_-]{1,40}){1,3}");

    /** Empty if the value does not name a place. */
    public static Optional<DraftPlace> of(String value) {
        return WELL_FORMED.matcher(value).matches() ? Optional.of(new DraftPlace(value)) : Optional.empty();
    }
}
