package org.consilium.care.cover;

/** Why a cover cannot be given. */
public enum CoverRefusal {
    /** No nurse or doctor who can sign in has this address. */
    NOBODY,
    /** Nobody covers for themselves. */
    SELF,
    /** A lead covers only for those all of whose teams they lead: cover reaches all that the other one reaches. */
    OTHER_TEAMS,
    /** The one who is to cover is away themselves during a part of the time. */
    AWAY,
    /** The same person covers for the same one already during a part of the time. */
    ALREADY,
    /** It would end before it begins, or before now. */
    OVER,
    /** It would end later than a year from now. */
    TOO_LONG
}
