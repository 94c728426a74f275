package org.consilium.server.api;

import java.util.List;

/**
 * The sessions of accounts, on all nodes. The application can inject it if the server keeps sessions in Redis. An
 * account is the name of a caller principal. A handle stands for a session, but is not its id: nobody can sign in with
 * it.
 *
 * <p>All methods throw an unchecked exception if Redis does not answer.
 */
public interface AccountSessions {
    /** The sessions in which the account is signed in, the oldest first. The call does not count as a use of them. */
    List<AccountSession> list(String account);

    /**
     * Whether there is a session with this id. One that expires is there for up to ten seconds more. The call does not
     * count as a use of it.
     */
    boolean exists(String sessionId);

    /** The handle of the session with this id. */
    String handle(String sessionId);

    /**
     * Ends one session of the account at once: no later request on any node is signed in with it, and a request that is
     * using it now cannot save anything in it.
     *
     * @return false if the account has no such session
     */
    boolean end(String account, String handle);

    /**
     * Ends all sessions of the account at once, as {@link #end} does.
     *
     * @param exceptHandle the session to keep; empty for none
     * @return the number of sessions that were ended
     */
    int endAll(String account, String exceptHandle);
}
