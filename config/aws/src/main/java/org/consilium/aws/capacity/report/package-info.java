/**
 * The page that shows the plan: sizes and the reasons for them, replayed days, and cost. Its markup is in
 * {@code src/main/jte}; the classes here prepare what the templates show.
 */
@NullMarked
package org.consilium.aws.capacity.report;

import org.jspecify.annotations.NullMarked;
