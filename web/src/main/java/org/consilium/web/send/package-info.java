/**
 * What all forms have in common when they are sent: their keys, and how a form that was refused keeps what was typed.
 */
@NullMarked
package org.consilium.web.send;

import org.jspecify.annotations.NullMarked;
