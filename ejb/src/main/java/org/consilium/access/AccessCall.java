package org.consilium.access;

import org.jspecify.annotations.Nullable;

/**
 * A call to a service.
 *
 * @param caller absent when the caller is not signed in
 * @param record the record, if the action is on one
 * @param relation why the caller may reach the record; absent if there is none, or they may not
 */
public record AccessCall(
        Action action,
        @Nullable Caller caller,
        @Nullable RecordId record,
        @Nullable Relation relation) {}
