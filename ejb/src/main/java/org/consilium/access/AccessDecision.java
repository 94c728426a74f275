package org.consilium.access;

import org.jspecify.annotations.Nullable;

/**
 * What was asked of a service, by whom, and whether it was permitted; fired inside the transaction of the call, so that
 * an observer which fails keeps the call from happening.
 *
 * @param caller nobody when the caller is not signed in
 * @param record the public name of the record, if the action is done to one
 */
public record AccessDecision(
        Action action, @Nullable Caller caller, @Nullable String record, boolean permitted) {}
