package org.consilium.account;

import org.consilium.access.RecordId;

/** The public id of an account. */
public record AccountId(String value) implements RecordId {}
