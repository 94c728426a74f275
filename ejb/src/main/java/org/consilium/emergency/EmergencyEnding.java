package org.consilium.emergency;

import org.consilium.access.TrailReason;

/** How an emergency access has ended. */
public enum EmergencyEnding implements TrailReason {
    /** The clinician has ended it. */
    CLINICIAN,
    /** Its time was over. */
    TIME,
    /** The clinician's account was disabled. */
    DISABLED
}
