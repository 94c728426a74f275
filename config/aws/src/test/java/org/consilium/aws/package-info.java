/** Tests of the whole module. */
@NullMarked
package org.consilium.aws;

import org.jspecify.annotations.NullMarked;
