package org.consilium.audit;

/** The outcome of a thing that somebody wanted to do. */
public enum Outcome {
    DONE,
    REFUSED,
    /** It was permitted, and did not succeed, such as a sign-in with a wrong password. */
    FAILED
}
