/** The page of letters that could not be sent. */
@NullMarked
package org.consilium.web.mail;

import org.jspecify.annotations.NullMarked;
