/** Secrets that change while nodes run, and the encryption of secrets in the database. */
@NullMarked
package org.consilium.secret;

import org.jspecify.annotations.NullMarked;
