/** Patients, clinicians and teams, and who cares for whom. */
@NullMarked
package org.consilium.care;

import org.jspecify.annotations.NullMarked;
