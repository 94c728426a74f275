/** Questions of patients about accesses to their record, which the privacy officer answers (45 CFR 164.530(d)). */
@NullMarked
package org.consilium.privacy.question;

import org.jspecify.annotations.NullMarked;
