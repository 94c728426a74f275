/** What proves the audit trail, for the privacy officer. */
@NullMarked
package org.consilium.web.privacy.proof;

import org.jspecify.annotations.NullMarked;
