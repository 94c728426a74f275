package org.consilium.limit;

/** The account of the caller, by its key; no parameter is needed to count by it. */
public record SignedInAccount(long key) implements LimitSubject {

    @Override
    public String countedAs() {
        return String.valueOf(key);
    }
}
