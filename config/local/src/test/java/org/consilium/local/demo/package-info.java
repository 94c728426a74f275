/** Tests of the demo data. */
@NullMarked
package org.consilium.local.demo;

import org.jspecify.annotations.NullMarked;
