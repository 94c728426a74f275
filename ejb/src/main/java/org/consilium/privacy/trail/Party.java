package org.consilium.privacy.trail;

import org.consilium.access.Role;
import org.consilium.account.AccountId;
import org.consilium.account.AccountSummary;
import org.consilium.account.PersonName;

/** Somebody who occurs in the trail. */
public record Party(AccountId id, PersonName name, Role role) {

    public static Party of(AccountSummary account) {
        return new Party(account.id(), account.name(), account.role());
    }

    public boolean isPatient() {
        return role == Role.PATIENT;
    }
}
