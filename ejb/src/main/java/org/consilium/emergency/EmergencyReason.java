package org.consilium.emergency;

import org.consilium.access.TrailReason;

/** Why a clinician needs a patient's consultations at once; the words that go with it say more. */
public enum EmergencyReason implements TrailReason {
    LIFE_AT_RISK,
    URGENT_TREATMENT,
    CARE_TEAM_UNREACHABLE,
    ASKED_BY_PATIENT,
    OTHER
}
