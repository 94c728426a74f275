package org.consilium.account.settings;

import java.time.Instant;

/**
 * A session in which somebody is signed in, as they see it themselves.
 *
 * @param handle stands for the session; nobody can sign in with it
 * @param device the browser, its system, and its network; empty if it is not known
 * @param own whether it is the one that asks
 */
public record OpenSession(String handle, String device, Instant began, Instant lastUsed, boolean own) {}
