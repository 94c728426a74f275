package org.consilium.ear.service;

import static org.consilium.access.Role.ADMINISTRATOR;
import static org.consilium.access.Role.DOCTOR;
import static org.consilium.access.Role.NURSE;
import static org.consilium.access.Role.PATIENT;
import static org.consilium.access.Role.PRIVACY_OFFICER;

import java.util.Set;
import org.consilium.access.Role;

/** The roles that may ask the same. */
final class Groups {

    /** Signed in or not. */
    static final Set<Role> ANYBODY = Set.of();

    static final Set<Role> EVERYBODY = Set.of(Role.values());
    static final Set<Role> PATIENTS = Set.of(PATIENT);
    static final Set<Role> CLINICIANS = Set.of(NURSE, DOCTOR);
    static final Set<Role> PATIENT_AND_CLINICIANS = Set.of(PATIENT, NURSE, DOCTOR);
    static final Set<Role> ADMINISTRATORS = Set.of(ADMINISTRATOR);
    static final Set<Role> STAFF = Set.of(NURSE, DOCTOR, ADMINISTRATOR);
    static final Set<Role> OFFICERS = Set.of(PRIVACY_OFFICER);
    static final Set<Role> APPROVERS = Set.of(ADMINISTRATOR, PRIVACY_OFFICER);

    private Groups() {}
}
