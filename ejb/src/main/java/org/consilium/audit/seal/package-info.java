/** Seals the audit trail, anchors the seals outside of the database, and verifies it. */
@NullMarked
package org.consilium.audit.seal;

import org.jspecify.annotations.NullMarked;
