package org.consilium.access;

/** Judges tickets: the package that issues them does, which depends on this one. */
public interface FreshTicketReader {

    /** Whether a ticket is of this person, and of the last minutes. */
    boolean isFresh(FreshTicket ticket, Caller caller);
}
