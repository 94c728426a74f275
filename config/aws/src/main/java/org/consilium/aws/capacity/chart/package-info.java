/** Line charts as inline SVG, which takes its colors from the page's style sheet. */
@NullMarked
package org.consilium.aws.capacity.chart;

import org.jspecify.annotations.NullMarked;
