/**
 * Questions of patients about accesses to their record, which the privacy officer answers: a hospital has to name a
 * contact for further information, and to have a process for complaints (45 CFR 164.530(a)(1)(ii) and (d)).
 */
@NullMarked
package org.consilium.privacy.question;

import org.jspecify.annotations.NullMarked;
