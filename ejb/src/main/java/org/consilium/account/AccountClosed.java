package org.consilium.account;

/**
 * What somebody has open is to end: their account was disabled, or they signed out.
 *
 * @param accountId the account's key
 */
public record AccountClosed(long accountId) {}
