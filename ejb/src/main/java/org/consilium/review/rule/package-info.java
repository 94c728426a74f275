/** The rules by which accesses are found that a privacy officer looks at; each is a class with its source. */
@NullMarked
package org.consilium.review.rule;

import org.jspecify.annotations.NullMarked;
