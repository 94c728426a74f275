/** Disclosures of patients' health information, which a patient may ask to be told of (45 CFR 164.528). */
@NullMarked
package org.consilium.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
