package org.consilium.server.session;

import java.util.List;

/**
 * The sessions of an account, for the application: the object {@value #NAME} of the platform's management server.
 * Handles are not session ids; nobody can sign in with them.
 */
public interface AccountSessionsMXBean {
    String NAME = "org.consilium:type=AccountSessions";

    /**
     * Those that are signed in.
     *
     * @param account the name of the caller principal
     * @return the handles, the oldest first
     */
    List<String> list(String account);

    /** Whether there is a session with this id, on whichever node. */
    boolean exists(String sessionId);

    /** The handle of the session with this id, to tell it from the others of the list. */
    String handle(String sessionId);

    /** Ends one of them on all nodes; false if the account has no such session. */
    boolean end(String account, String handle);

    /**
     * Ends all of them on all nodes.
     *
     * @param exceptHandle the one that goes on; empty for none
     * @return how many were ended
     */
    int endAll(String account, String exceptHandle);
}
