package org.consilium.account;

import java.time.Instant;

/**
 * How somebody was called before.
 *
 * @param changedAt when they got another name
 */
public record EarlierName(PersonName name, Instant changedAt) {}
