/** Rate limits on what can be abused: guessing passwords, opening accounts, uploading photos. */
@NullMarked
package org.consilium.limit;

import org.jspecify.annotations.NullMarked;
