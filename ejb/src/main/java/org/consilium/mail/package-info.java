/** E-mail without health data: the letters that there are, the outbox, and the mail server. */
@NullMarked
package org.consilium.mail;

import org.jspecify.annotations.NullMarked;
