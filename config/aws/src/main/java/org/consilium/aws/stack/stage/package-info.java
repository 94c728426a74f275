/** What differs between deployments, read from one file. */
@NullMarked
package org.consilium.aws.stack.stage;

import org.jspecify.annotations.NullMarked;
