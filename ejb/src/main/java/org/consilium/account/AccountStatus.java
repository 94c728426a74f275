package org.consilium.account;

/** Whether a person can sign in: not before they accept the invitation, and not while an administrator forbids it. */
public enum AccountStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
