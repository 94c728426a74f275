package org.consilium.account.recovery;

import org.consilium.access.RecordId;

/** The public id of a request to remove the second factors of an account. */
public record FactorResetId(String value) implements RecordId {}
