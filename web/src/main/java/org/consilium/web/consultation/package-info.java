/** Pages of the consultation: the patient's list and form, the thread, and the clinicians' queue. */
@NullMarked
package org.consilium.web.consultation;

import org.jspecify.annotations.NullMarked;
