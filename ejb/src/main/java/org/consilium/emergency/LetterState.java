package org.consilium.emergency;

/** The state of the letter that tells a patient of an emergency access. */
public enum LetterState {
    /** It is sent when its time comes. */
    DUE,
    SENT,
    /** A privacy officer holds it back. */
    HELD,
    /** The patient has no account any longer that gets letters. */
    NO_RECIPIENT
}
