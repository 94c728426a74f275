/** Logs, the trail of AWS calls, and the buckets and log groups that keep them for six years. */
@NullMarked
package org.consilium.aws.stack.logs;

import org.jspecify.annotations.NullMarked;
