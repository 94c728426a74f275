package org.consilium.consultation;

/** A step that a person can take in a consultation. */
public enum Step {
    WRITE,
    TAKE,
    HAND_OVER,
    CLOSE
}
