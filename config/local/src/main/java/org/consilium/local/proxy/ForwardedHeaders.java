package org.consilium.local.proxy;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Takes away what a visitor says about the way that the request has come: only the proxy knows, and says it anew. */
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
        // the handler that comes next leaves the port away
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
