/** The command that verifies an exported trail. */
@NullMarked
package org.consilium.trail.command;

import org.jspecify.annotations.NullMarked;
