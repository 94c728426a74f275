/** Tells the audit trail where requests come from, and how visits end. */
@NullMarked
package org.consilium.web.account.trail;

import org.jspecify.annotations.NullMarked;
