/** Tests of the scripts that find or install a JDK that is new enough for the build. */
@NullMarked
package org.consilium.local.jdk;

import org.jspecify.annotations.NullMarked;
