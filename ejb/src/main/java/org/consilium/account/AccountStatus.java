package org.consilium.account;

/** Whether a person can sign in: not before the invitation is accepted, and not once an administrator has said no. */
public enum AccountStatus {
    INVITED,
    ACTIVE,
    DISABLED
}
