/** Looks through the audit trail by the rules, a part of it after the other, once in the cluster. */
@NullMarked
package org.consilium.review.evaluation;

import org.jspecify.annotations.NullMarked;
