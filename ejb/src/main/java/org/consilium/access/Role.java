package org.consilium.access;

/** What a person who signs in is to the hospital; each account has exactly one. */
public enum Role {
    PATIENT,
    NURSE,
    DOCTOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER
}
