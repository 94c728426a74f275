package org.consilium.access;

/**
 * Says that somebody has proved just now that it is still they who use their session. Nobody else can make one; it lies
 * in the session, and is good for a few minutes.
 *
 * @param value empty for none
 */
public record FreshTicket(String value) {

    /** Of somebody who has proved nothing. */
    public static final FreshTicket NONE = new FreshTicket("");

    /** Without the value. */
    @Override
    public String toString() {
        return "FreshTicket";
    }
}
