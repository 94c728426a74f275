/** How operators learn that something is wrong: alarms, dashboard, notifications, budget. */
@NullMarked
package org.consilium.aws.stack.operations;

import org.jspecify.annotations.NullMarked;
