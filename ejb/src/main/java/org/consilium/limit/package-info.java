/** How often people may do what can be abused: guess passwords, open accounts, upload photos. */
@NullMarked
package org.consilium.limit;

import org.jspecify.annotations.NullMarked;
