package org.consilium.server.session;

import java.security.Principal;
import org.jspecify.annotations.Nullable;

/**
 * The properties of a session that the container keeps in addition to its attributes.
 *
 * @param principal the caller who is signed in; null for nobody
 * @param authType how the caller signed in
 * @param created milliseconds since 1970
 * @param maxInactive seconds without use after which the session expires; zero or less for never
 */
record SessionProperties(
        @Nullable Principal principal, @Nullable String authType, long created, int maxInactive) {}
