/** The services of the built EAR, called inside the server that ships by people who have really signed in. */
@NullMarked
package org.consilium.ear.service;

import org.jspecify.annotations.NullMarked;
