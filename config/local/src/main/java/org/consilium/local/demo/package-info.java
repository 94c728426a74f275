/** Demo data for the run command: invented people and consultations. It is not part of the product. */
@NullMarked
package org.consilium.local.demo;

import org.jspecify.annotations.NullMarked;
