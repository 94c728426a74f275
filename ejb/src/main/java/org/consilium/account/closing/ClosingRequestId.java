package org.consilium.account.closing;

import org.consilium.access.RecordId;

/** The public id of a request to close an account. */
public record ClosingRequestId(String value) implements RecordId {}
