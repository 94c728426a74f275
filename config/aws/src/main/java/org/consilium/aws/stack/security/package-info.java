/** The hospital's keys, permissions, and the exceptions from the compliance rules. */
@NullMarked
package org.consilium.aws.stack.security;

import org.jspecify.annotations.NullMarked;
