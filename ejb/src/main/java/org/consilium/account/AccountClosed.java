package org.consilium.account;

/** Everything that a person has open must end: the account was disabled, or they signed out. */
public record AccountClosed(long accountKey) {}
