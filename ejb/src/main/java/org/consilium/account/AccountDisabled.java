package org.consilium.account;

/** An account was disabled; fired in the transaction that does so. */
public record AccountDisabled(long accountKey) {}
