package org.consilium.local.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Removes the {@code Forwarded} and {@code X-Forwarded-*} headers of a client: only the proxy may set them. */
final class ForwardedHeaders implements HttpHandler {
    private final HttpHandler next;

    ForwardedHeaders(HttpHandler next) {
        this.next = next;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        HeaderMap headers = exchange.getRequestHeaders();
        Collection<HttpString> names = List.copyOf(headers.getHeaderNames());
        names.stream().filter(ForwardedHeaders::isForwarded).forEach(headers::remove);
        // the next handler would set it without the port
        String host = headers.getFirst(Headers.HOST);
        if (host != null) {
            headers.put(Headers.X_FORWARDED_HOST, host);
        }
        next.handleRequest(exchange);
    }

    private static boolean isForwarded(HttpString name) {
        String lower = name.toString().toLowerCase(Locale.ROOT);
        return lower.equals("forwarded") || lower.startsWith("x-forwarded-");
    }
}
