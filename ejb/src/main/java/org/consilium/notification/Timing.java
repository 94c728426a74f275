package org.consilium.notification;

/** When somebody gets a letter about something new, unless they have read it before. */
public enum Timing {
    AT_ONCE,
    AFTER_TEN_MINUTES,
    NEVER;

    /** Of those who have chosen nothing. */
    static final Timing DEFAULT = AFTER_TEN_MINUTES;
}
