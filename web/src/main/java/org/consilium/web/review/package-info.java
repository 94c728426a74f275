/** The privacy officers' review of what rules have found in the audit trail. */
@NullMarked
package org.consilium.web.review;

import org.jspecify.annotations.NullMarked;
