/**
 * The rules of the access review, which 45 CFR 164.308(a)(1)(ii)(D) requires without saying what to look for. Each rule
 * is a class, which names the source of its own criterion.
 */
@NullMarked
package org.consilium.review.rule;

import org.jspecify.annotations.NullMarked;
