package org.consilium.account;

/**
 * Everything that a person has open must end: the account was disabled, or they signed out.
 *
 * @param accountId the account's key
 */
public record AccountClosed(long accountId) {}
