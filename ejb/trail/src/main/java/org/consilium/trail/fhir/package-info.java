/** The trail as FHIR R4 AuditEvents, for other systems that collect such events. */
@NullMarked
package org.consilium.trail.fhir;

import org.jspecify.annotations.NullMarked;
