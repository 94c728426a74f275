/** The application server: starts Payara Micro, deploys the EAR, and stops both in order. */
@NullMarked
package org.consilium.server;

import org.jspecify.annotations.NullMarked;
