/**
 * What every feature builds on: the clock, random public ids, what entities have in common, the constraint for plain
 * text, and pages of long lists.
 */
@NullMarked
package org.consilium.platform;

import org.jspecify.annotations.NullMarked;
