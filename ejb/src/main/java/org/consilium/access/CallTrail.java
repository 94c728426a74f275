package org.consilium.access;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/** Puts calls to services on record; the package of the audit trail does, which depends on this one. */
public interface CallTrail {

    /**
     * Makes a permitted call, and puts it on record in its transaction.
     *
     * @throws RuntimeException if it cannot be put on record; then nothing was done
     */
    @Nullable
    Object follow(AccessCall call, Callable<?> made) throws Exception;

    /** Puts a call on record that was not made, whatever becomes of its transaction. */
    void refused(AccessCall call, Refusal why);
}
