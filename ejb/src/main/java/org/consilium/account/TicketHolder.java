package org.consilium.account;

import org.consilium.access.Caller;

/** Somebody between the two steps of a sign-in, who has entered the right password and is not signed in yet. */
public record TicketHolder(Caller caller, AccountOwner owner) {

    public long accountKey() {
        return owner.accountKey();
    }
}
