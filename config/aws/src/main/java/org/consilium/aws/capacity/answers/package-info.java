/** What the hospital answers about its use, its peaks and its bounds, read from one strict properties file. */
@NullMarked
package org.consilium.aws.capacity.answers;

import org.jspecify.annotations.NullMarked;
