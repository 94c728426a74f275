package org.consilium.account.recovery;

import java.time.Instant;
import org.consilium.access.Role;
import org.consilium.account.PersonName;
import org.jspecify.annotations.Nullable;

/**
 * A request to remove second factors that is open, as a page shows it.
 *
 * @param email of the account when it was requested
 * @param evidence how the owner's identity was proved
 * @param inPerson whether that was at the clinic
 * @param requester the name of the person who has requested it
 * @param effectiveAt when it will be carried out; null if nobody has approved it yet
 * @param approvable whether the reader may approve it, who has not requested it
 * @param withdrawable whether the reader may take it back, who is not the owner
 */
public record PendingReset(
        FactorResetId id,
        PersonName name,
        String email,
        Role role,
        String evidence,
        boolean inPerson,
        String requester,
        Instant requestedAt,
        @Nullable Instant effectiveAt,
        boolean approvable,
        boolean withdrawable) {}
