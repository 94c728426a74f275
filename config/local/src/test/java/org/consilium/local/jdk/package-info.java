/** How the build finds a Java that is new enough, on machines that have one and on those that have none. */
@NullMarked
package org.consilium.local.jdk;

import org.jspecify.annotations.NullMarked;
