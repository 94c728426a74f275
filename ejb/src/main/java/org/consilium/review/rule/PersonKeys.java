package org.consilium.review.rule;

import org.consilium.account.PersonName;

/** The name of a person in the form in which names are searched: other accents, signs, or letter cases are the same. */
public record PersonKeys(String last, String full) {

    public static PersonKeys of(PersonName name) {
        return new PersonKeys(name.lastKey(), name.lastFirstKey());
    }
}
