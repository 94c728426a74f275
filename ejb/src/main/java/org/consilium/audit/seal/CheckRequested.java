package org.consilium.audit.seal;

/** A check of the trail was asked for. */
record CheckRequested(long key) {}
