package org.consilium.emergency;

/** How an emergency access has ended. */
public enum EmergencyEnding {
    /** The clinician has ended it. */
    CLINICIAN,
    /** Its time was over. */
    TIME,
    /** The clinician's account was disabled. */
    DISABLED
}
