package org.consilium.account;

/** What an e-mail address can be. */
public final class Emails {

    /** Characters at most (RFC 5321, section 4.5.3.1.3, less the angle brackets). */
    public static final int MAX = 254;

    private Emails() {}
}
