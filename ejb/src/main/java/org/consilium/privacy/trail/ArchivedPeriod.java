package org.consilium.privacy.trail;

import java.time.LocalDate;

/**
 * Days whose entries are in the archive, so that no report has them until somebody fetches them.
 *
 * @param from the first one, in UTC
 * @param until the last one; days in between may be in the database
 */
public record ArchivedPeriod(LocalDate from, LocalDate until) {}
