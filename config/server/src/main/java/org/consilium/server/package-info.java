/** The application server: starts Payara Micro, deploys the EAR, and takes both down in an orderly way. */
@NullMarked
package org.consilium.server;

import org.jspecify.annotations.NullMarked;
