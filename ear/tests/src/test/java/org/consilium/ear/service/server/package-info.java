/** How the EAR and the tests get into one running server. */
@NullMarked
package org.consilium.ear.service.server;

import org.jspecify.annotations.NullMarked;
