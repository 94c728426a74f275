/** Disclosures of patients' health information, of which a patient may request an accounting (45 CFR 164.528). */
@NullMarked
package org.consilium.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
