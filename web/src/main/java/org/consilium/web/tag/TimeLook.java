package org.consilium.web.tag;

/** How a moment is shown. */
public enum TimeLook {
    /** Date and time. */
    MOMENT,
    /** The date alone. */
    DAY,
    /** Date and time, and how long ago it was. */
    AGO
}
