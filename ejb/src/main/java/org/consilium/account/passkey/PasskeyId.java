package org.consilium.account.passkey;

import org.consilium.access.RecordId;

/** The public id of a passkey. */
public record PasskeyId(String value) implements RecordId {}
