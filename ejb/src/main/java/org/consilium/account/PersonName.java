package org.consilium.account;

/** What a person is called. */
public record PersonName(String first, String last) {

    /** Letters at most in each of the two. */
    public static final int MAX = 80;

    public String full() {
        return first + " " + last;
    }
}
