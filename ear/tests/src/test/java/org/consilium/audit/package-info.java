/** What has to stand in the application's own package to take its place. */
@NullMarked
package org.consilium.audit;

import org.jspecify.annotations.NullMarked;
