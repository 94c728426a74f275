package org.consilium.review.rule;

import java.util.Locale;

/** The rules by which something is found. */
public enum RuleName {
    BREAK_GLASS,
    VOLUME,
    SAME_SURNAME,
    OWN_RECORD,
    COLLEAGUE,
    AFTER_HOURS,
    SENSITIVE,
    NO_RELATION,
    REFUSALS,
    TWO_PLACES;

    /** As the configuration names it. */
    String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
