package org.consilium.server.api;

import java.time.Instant;

/**
 * A session in which an account is signed in.
 *
 * @param handle stands for the session; see {@link AccountSessions}
 * @param began when the account signed in
 * @param lastUsed when a person last used it, exact to five seconds; what pages ask by themselves is no use
 * @param endsAt when it ends, however much it is used
 * @param description what the application says about it; empty if it says nothing
 */
public record AccountSession(String handle, Instant began, Instant lastUsed, Instant endsAt, String description) {
    /**
     * The session attribute, a string, with the description. The application sets it when the account signs in, to a
     * text by which a person recognizes the session, such as the family of the browser and the network. It is stored
     * like any other attribute, for as long as the session.
     */
    public static final String DESCRIPTION = "consilium.session.description";
}
