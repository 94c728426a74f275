package org.consilium.response;

/** Who is told of a consultation that a team has not taken in time: the team first, later its lead. */
public enum Addressee {
    TEAM,
    LEAD
}
