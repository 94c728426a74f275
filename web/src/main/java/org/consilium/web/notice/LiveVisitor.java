package org.consilium.web.notice;

import java.security.Principal;
import org.consilium.access.Caller;

/**
 * The person who opens a web socket: of the request that opened it, the connection keeps only the principal.
 *
 * @param session the id of the session in which the person has signed in
 */
record LiveVisitor(Caller caller, String session) implements Principal {

    @Override
    public String getName() {
        return caller.getName();
    }

    /** Without the session's id, which must not get into logs. */
    @Override
    public String toString() {
        return getName();
    }
}
