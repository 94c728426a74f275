package org.consilium.audit;

import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address the client's address
 * @param device the id that the browser keeps; absent if it has none
 * @param request the id of the request, by which the load balancer's log knows it too
 */
public record Origin(String address, @Nullable String device, String request) {}
