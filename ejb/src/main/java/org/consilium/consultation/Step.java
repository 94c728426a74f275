package org.consilium.consultation;

/** What a person can do to a consultation. */
public enum Step {
    WRITE,
    TAKE,
    HAND_OVER,
    CLOSE
}
