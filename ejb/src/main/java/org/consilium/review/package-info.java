/**
 * The review of what people do with the system (45 CFR 164.308(a)(1)(ii)(D)): rules find in the audit trail what a
 * privacy officer looks at, decides, and signs.
 */
@NullMarked
package org.consilium.review;

import org.jspecify.annotations.NullMarked;
