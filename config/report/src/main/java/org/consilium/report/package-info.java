/** What a build says of itself when it is over. */
@NullMarked
package org.consilium.report;

import org.jspecify.annotations.NullMarked;
