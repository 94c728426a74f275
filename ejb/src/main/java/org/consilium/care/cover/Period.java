package org.consilium.care.cover;

import java.time.Instant;

/** A time that begins and ends; the end is no longer a part of it. */
record Period(Instant from, Instant until) {}
