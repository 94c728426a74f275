package org.consilium.care.cover;

import java.time.Instant;
import org.consilium.account.PersonName;

/**
 * A cover that runs, or will.
 *
 * @param covered who is away
 * @param endable whether the reader may end it
 */
public record PlannedCover(
        CoverId id,
        PersonName covered,
        PersonName covering,
        Instant from,
        Instant until,
        boolean running,
        boolean endable) {}
