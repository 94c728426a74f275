/** Sends e-mail without health data: by Amazon SES, or into a folder on one machine. */
@NullMarked
package org.consilium.mail;

import org.jspecify.annotations.NullMarked;
