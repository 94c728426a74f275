/**
 * How large the cloud has to be. Packages depend on each other in this order, and never the other way round:
 *
 * <ul>
 *   <li>{@code queueing}, {@code simulation} and {@code chart} know nothing of hospitals: the formulas of queueing
 *       theory, an Auto Scaling group replayed second by second, and line charts;
 *   <li>{@code answers}: what the hospital says about itself;
 *   <li>{@code sizing}: the plan that follows from the answers;
 *   <li>{@code cost} and {@code replay}: what the plan costs, and whether it gets through its days;
 *   <li>{@code report}: the page that shows all of it, and the command that writes it.
 * </ul>
 */
@NullMarked
package org.consilium.aws.capacity;

import org.jspecify.annotations.NullMarked;
