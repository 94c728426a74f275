package org.consilium.account;

import org.consilium.platform.TypedText;

/**
 * The name of a person.
 *
 * @param first empty for a person who has one name only
 * @param last the last name, or the only one
 */
public record PersonName(String first, String last) {

    /** A name as somebody typed it. */
    public static PersonName of(String first, String last) {
        return new PersonName(TypedText.isVisible(first) ? TypedText.strip(first) : "", TypedText.strip(last));
    }

    public String full() {
        return full(first, last);
    }

    /** The full name of an account that a query has read. */
    public static String full(String first, String last) {
        return first.isEmpty() ? last : first + " " + last;
    }

    /** By which the name is searched with the last name first. */
    public String lastFirstKey() {
        return SearchKey.of(last + ' ' + first);
    }

    /** By which the last name alone is searched. */
    public String lastKey() {
        return SearchKey.of(last);
    }

    /** By which the name is searched with the first name first. */
    String firstLastKey() {
        return SearchKey.of(first + ' ' + last);
    }
}
