/** The plan: sizes that follow from the answers by queueing theory and the limits of AWS. */
@NullMarked
package org.consilium.aws.capacity.sizing;

import org.jspecify.annotations.NullMarked;
