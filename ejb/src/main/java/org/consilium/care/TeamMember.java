package org.consilium.care;

import org.consilium.account.AccountId;
import org.consilium.account.PersonName;

/** A clinician of a team, to choose from. */
public record TeamMember(AccountId id, PersonName name) {}
