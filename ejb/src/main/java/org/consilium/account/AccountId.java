package org.consilium.account;

import org.consilium.access.RecordId;

/** The public name of an account. */
public record AccountId(String value) implements RecordId {}
