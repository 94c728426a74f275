package org.consilium.account;

/** A person has signed out: what they have open must find out whether it is still signed in. */
public record SignedOut(long accountKey) {}
