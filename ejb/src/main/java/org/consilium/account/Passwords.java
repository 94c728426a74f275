package org.consilium.account;

/** What a password has to be: long rather than odd (NIST SP 800-63B, section 5.1.1.2). */
public final class Passwords {

    public static final int MIN = 12;
    public static final int MAX = 128;

    private Passwords() {}
}
