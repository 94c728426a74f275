/** The patient's view of the trail: who of the staff has seen their record. */
@NullMarked
package org.consilium.privacy.access;

import org.jspecify.annotations.NullMarked;
