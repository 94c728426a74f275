package org.consilium.account.closing;

import java.time.Instant;
import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.PersonName;

/** A request to close an account that is open, as an administrator sees it. */
public record PendingClosing(ClosingRequestId id, AccountId account, PersonName name, Role role, Instant requestedAt) {}
