package org.consilium.access;

import org.jspecify.annotations.Nullable;

/**
 * A call to a service, and whether it was permitted; fired inside the transaction of the call, so that an observer that
 * fails prevents it.
 *
 * @param caller absent when the caller is not signed in
 * @param record the public id of the record, if the action is on one
 */
public record AccessDecision(
        Action action, @Nullable Caller caller, @Nullable String record, boolean permitted) {}
