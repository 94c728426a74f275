package org.consilium.account;

import org.consilium.access.RecordId;

/** The public id of an account that somebody is to get, once a second person has approved. */
public record AppointmentId(String value) implements RecordId {}
