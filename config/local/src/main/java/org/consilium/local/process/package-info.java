/**
 * Child processes, and what they are given: a workspace with its files, secrets, ports and logs. It knows none of the
 * programs that are started.
 */
@NullMarked
package org.consilium.local.process;

import org.jspecify.annotations.NullMarked;
