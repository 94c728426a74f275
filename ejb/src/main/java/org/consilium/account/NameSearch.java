package org.consilium.account;

import jakarta.persistence.TypedQuery;

/**
 * A search for people by the beginning of their name: the last name or the whole name, with either name first.
 *
 * @param key the pattern of the name's {@link SearchKey}
 * @param asStored the pattern of the name itself, for accounts that have no key yet
 */
record NameSearch(String key, String asStored) {

    /** For an account {@code a}; each branch can use an index. */
    static final String CONDITION = "(a.nameKey like :nameKey escape '!' or a.givenNameKey like :nameKey escape '!'"
            + " or (a.nameKey is null and (a.lastName like :asStored escape '!'"
            + " or concat(a.firstName, ' ', a.lastName) like :asStored escape '!')))";

    static NameSearch of(String typed) {
        return new NameSearch(Prefix.of(SearchKey.of(typed)), Prefix.of(typed));
    }

    /** Sets the parameters of the condition. */
    <T> TypedQuery<T> in(TypedQuery<T> query) {
        return query.setParameter("nameKey", key).setParameter("asStored", asStored);
    }
}
