/** The check, before a repository that is made up for each case. */
@NullMarked
package org.consilium.dependencies;

import org.jspecify.annotations.NullMarked;
