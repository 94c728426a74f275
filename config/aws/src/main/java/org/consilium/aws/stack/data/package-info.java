/** Where health information is stored: database, sessions, images, and their backups. */
@NullMarked
package org.consilium.aws.stack.data;

import org.jspecify.annotations.NullMarked;
