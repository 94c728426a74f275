package org.consilium.account;

import org.consilium.access.Role;

/** An account, as other features need it that change it on behalf of others. */
public record AccountSummary(AccountId id, PersonName name, Role role, AccountStatus status, AccountOwner owner) {

    public long key() {
        return owner.accountKey();
    }
}
