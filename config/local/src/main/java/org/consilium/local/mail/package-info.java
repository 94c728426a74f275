/** The mail server of one machine, in place of Amazon SES: it takes every letter, passes none on, and shows them. */
@NullMarked
package org.consilium.local.mail;

import org.jspecify.annotations.NullMarked;
