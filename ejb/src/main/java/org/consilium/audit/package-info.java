/** The audit trail: what people asked of the system, and whether it was permitted. */
@NullMarked
package org.consilium.audit;

import org.jspecify.annotations.NullMarked;
