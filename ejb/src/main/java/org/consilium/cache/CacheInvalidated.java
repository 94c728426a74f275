package org.consilium.cache;

/**
 * The cached value of this name is no longer right; fired inside the transaction that changes it, and observed after
 * the commit.
 */
public record CacheInvalidated(String name) {}
