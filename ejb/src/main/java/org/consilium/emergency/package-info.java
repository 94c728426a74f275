/**
 * Emergency access ("break the glass", 45 CFR 164.312(a)(2)(ii)): a nurse or doctor who is not on the care team gives a
 * reason, and reaches the consultations of one patient for some hours. The privacy officers review each.
 */
@NullMarked
package org.consilium.emergency;

import org.jspecify.annotations.NullMarked;
