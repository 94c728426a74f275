/** What every feature stands on: the clock, random public ids, the rule for plain text, a slice of a long list. */
@NullMarked
package org.consilium.platform;

import org.jspecify.annotations.NullMarked;
