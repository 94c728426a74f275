package org.consilium.account;

/** What a person is called. */
public record PersonName(String first, String last) {

    public String full() {
        return first + " " + last;
    }
}
