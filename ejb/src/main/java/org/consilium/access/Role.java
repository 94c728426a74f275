package org.consilium.access;

/** The role of a person in the hospital; each account has exactly one. */
public enum Role {
    PATIENT,
    NURSE,
    DOCTOR,
    ADMINISTRATOR,
    PRIVACY_OFFICER
}
