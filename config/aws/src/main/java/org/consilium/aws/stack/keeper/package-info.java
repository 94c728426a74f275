/** The machine that looks after the audit trail as its owner, once a day. */
@NullMarked
package org.consilium.aws.stack.keeper;

import org.jspecify.annotations.NullMarked;
