package org.consilium.mail;

/** Why a letter was not sent. */
public enum LetterFailure {
    /** The mail server cannot be reached, does not answer in time, or asks to try again later. */
    UNAVAILABLE,
    /** The mail server refuses the letter for good, most often because there is no such address. */
    REFUSED,
    /** Its link cannot be read any more: the key that encrypted it is not configured. */
    LINK_LOST
}
