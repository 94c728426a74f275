package org.consilium.cache;

/**
 * What the shared cache knows under a name is right no longer; fired inside the transaction that changes it, and
 * observed after its commit.
 */
public record Stale(String name) {}
