/** Charts as SVG that stands in a page, in the page's colours. */
@NullMarked
package org.consilium.aws.capacity.chart;

import org.jspecify.annotations.NullMarked;
