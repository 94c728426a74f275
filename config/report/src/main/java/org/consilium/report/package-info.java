/** The report that a build prints at its end. */
@NullMarked
package org.consilium.report;

import org.jspecify.annotations.NullMarked;
