/** Invented people and consultations for the run command; no real person's data, and no way into the product. */
@NullMarked
package org.consilium.local.demo;

import org.jspecify.annotations.NullMarked;
