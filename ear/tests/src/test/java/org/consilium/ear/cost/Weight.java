package org.consilium.ear.cost;

import java.util.List;

/**
 * The cost of a visit to a page.
 *
 * @param requests those that went over the network
 * @param bytes what was received for them, headers included, as sent
 * @param blocking the paths of resources for which the browser waited before it painted
 * @param firstPaint milliseconds until the first content was painted
 * @param layoutShift the Cumulative Layout Shift (https://web.dev/articles/cls)
 */
public record Weight(int requests, long bytes, List<String> blocking, double firstPaint, double layoutShift) {}
