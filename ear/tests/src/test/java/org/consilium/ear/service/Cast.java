package org.consilium.ear.service;

import org.consilium.access.Role;

/** One person of each role; the clinicians are of the team that reads first. */
record Cast(Actor patient, Actor nurse, Actor doctor, Actor administrator, Actor privacyOfficer) {

    static Cast of(Hospital hospital) {
        return new Cast(
                hospital.patient(),
                hospital.nurse(Hospital.GENERAL_CARE),
                hospital.doctor(Hospital.GENERAL_CARE),
                hospital.administrator(),
                hospital.privacyOfficer());
    }

    Actor as(Role role) {
        return switch (role) {
            case PATIENT -> patient;
            case NURSE -> nurse;
            case DOCTOR -> doctor;
            case ADMINISTRATOR -> administrator;
            case PRIVACY_OFFICER -> privacyOfficer;
        };
    }
}
