/**
 * Access in an emergency ("break glass", 45 CFR 164.312(a)(2)(ii)): a nurse or doctor who is not on the care team
 * reaches the consultations of one patient for some hours, gives a reason, and is followed by the privacy officers.
 */
@NullMarked
package org.consilium.emergency;

import org.jspecify.annotations.NullMarked;
