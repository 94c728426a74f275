/** Tests of child processes and workspaces. */
@NullMarked
package org.consilium.local.process;

import org.jspecify.annotations.NullMarked;
