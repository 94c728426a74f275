/** Access in an emergency: the clinician's search and banner, and the privacy officers' list. */
@NullMarked
package org.consilium.web.emergency;

import org.jspecify.annotations.NullMarked;
