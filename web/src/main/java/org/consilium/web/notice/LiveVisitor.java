package org.consilium.web.notice;

import java.security.Principal;
import org.consilium.access.Caller;

/**
 * Who asks for a web socket: the connection knows its principal, and nothing else of the request that began it.
 *
 * @param session the id of the session in which the person signed in
 */
record LiveVisitor(Caller caller, String session) implements Principal {

    @Override
    public String getName() {
        return caller.getName();
    }

    /** What a session is known by does not get into a log. */
    @Override
    public String toString() {
        return getName();
    }
}
