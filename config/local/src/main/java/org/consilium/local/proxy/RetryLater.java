package org.consilium.local.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;

/** Adds {@code Retry-After: 1} to every 503 that lacks it, as the nodes themselves do. */
final class RetryLater implements HttpHandler {
    private final HttpHandler next;

    RetryLater(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        exchange.addResponseCommitListener(RetryLater::addHeader);
        next.handleRequest(exchange);
    }

    private static void addHeader(HttpServerExchange exchange) {
        if (exchange.getStatusCode() == StatusCodes.SERVICE_UNAVAILABLE
                && !exchange.getResponseHeaders().contains(Headers.RETRY_AFTER)) {
            exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        }
    }
}
