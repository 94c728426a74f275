package org.consilium.server.http;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.server.http.Traffic.Phase;
import org.consilium.server.log.Console;
import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.HttpServerFilter;
import org.jspecify.annotations.Nullable;

/**
 * Handles every request right after the HTTP parser and before Payara looks for an application: waits for its body,
 * refuses it while the server starts, drains or is overloaded, counts the requests in flight, and writes the access
 * log. Cookies pass through {@link HostCookies}.
 */
public final class EntryFilter extends BaseFilter {
    private static final Attribute<Exchange> EXCHANGE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(EntryFilter.class.getName());
    private static final Set<String> READINESS = Set.of("/health", "/health/", "/health/ready", "/health/ready/");
    /** A path segment "." or "..", in any encoding. */
    private static final Pattern DOT_SEGMENT =
            Pattern.compile("(?i)^[^?#]*(?:[/\\\\]|%2f|%5c)(?:\\.|%2e){1,2}(?:[/\\\\;?#]|%2f|%5c|$)");

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Traffic traffic;
    private final Proxy proxy;
    private final Entrance entrance;
    private final Receptions receptions;

    public EntryFilter(Traffic traffic, Proxy proxy, Entrance entrance, Receptions receptions) {
        this.receptions = receptions;
        this.traffic = traffic;
        this.proxy = proxy;
        this.entrance = entrance;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        if (content.isLast()) {
            receptions.complete(context.getConnection());
        }
        Exchange exchange = EXCHANGE.get(request);
        if (exchange == null) {
            exchange = begin(request);
            Refusal refusal = refusal(traffic.phase(), request);
            if (refusal != null) {
                refuse(exchange, refusal, context, request);
            }
        }
        if (exchange.isUndecided() && !admit(exchange, context, content, request)) {
            return context.getStopAction();
        }
        return exchange.refusal() != null ? context.getStopAction() : context.getInvokeAction();
    }

    private Exchange begin(HttpRequestPacket request) {
        traffic.begin();
        Exchange exchange = new Exchange(request, proxy.client(request), System.nanoTime());
        EXCHANGE.set(request, exchange);
        HostCookies.receive(request);
        // the listener compresses by the request, but does not say so; a header added later would become a trailer
        request.getResponse().setHeader("Vary", "Accept-Encoding");
        if (traffic.phase() == Phase.CLOSING) {
            request.getProcessingState().setKeepAlive(false);
        }
        return exchange;
    }

    /** Admits or refuses the request as soon as its body has arrived; false as long as there is more to wait for. */
    private boolean admit(
            Exchange exchange, FilterChainContext context, HttpContent content, HttpRequestPacket request) {
        CollectedBody body = exchange.body();
        boolean broken = HttpContent.isBroken(content);
        boolean last = content.isLast();
        if (!broken) {
            body.add(content.getContent());
            if (!last && !body.isLong(request)) {
                return false;
            }
        }
        boolean arrived = last || broken || CollectedBody.isHandshake(request);
        boolean readable = arrived || receptions.stream(context.getConnection(), entrance.isSignedIn(request));
        Admitted admitted = readable ? entrance.admit(request, exchange.path()) : null;
        if (admitted == null) {
            refuse(exchange, Refusal.OVERLOADED, context, request);
        } else {
            exchange.admit(admitted);
            if (!broken) {
                context.setMessage(body.message(request, context.getMemoryManager(), last));
            }
        }
        return true;
    }

    private void refuse(Exchange exchange, Refusal refusal, FilterChainContext context, HttpRequestPacket request) {
        exchange.refuse(refusal);
        refusal.answer(context, request);
        end(exchange, request.getResponse());
        context.notifyDownstream(HttpServerFilter.RESPONSE_COMPLETE_EVENT);
    }

    private static @Nullable Refusal refusal(Phase phase, HttpRequestPacket request) {
        if (phase == Phase.STARTING || (phase != Phase.OPEN && READINESS.contains(Exchange.path(request)))) {
            return Refusal.CLOSED;
        }
        // no browser sends them; on some Grizzly fails, and the container then answers 200 without a body
        return DOT_SEGMENT.matcher(String.valueOf(request.getRequestURI())).find() ? Refusal.MALFORMED : null;
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response) {
            if (!response.isCommitted()) {
                HostCookies.send(response);
            }
            count(packet, response);
            if (response.getStatus() == SWITCHING_PROTOCOLS) {
                receptions.becomeWebSocket(context.getConnection());
            }
        }
        return context.getInvokeAction();
    }

    private void count(HttpPacket packet, HttpResponsePacket response) {
        Exchange exchange = EXCHANGE.get(response.getRequest());
        if (exchange == null) {
            return;
        }
        if (packet instanceof HttpContent content) {
            exchange.sent(content.getContent().remaining());
        }
        if (isStream(response)) {
            end(exchange, response);
        }
    }

    /** A web socket or an event stream lasts as long as its page: the server does not wait for it when it stops. */
    private static boolean isStream(HttpResponsePacket response) {
        String type = response.getContentType();
        return response.getStatus() == SWITCHING_PROTOCOLS || (type != null && type.startsWith("text/event-stream"));
    }

    /** What sees the bytes of the requests that this filter handles. */
    ReceptionFilter receptionFilter() {
        return new ReceptionFilter(receptions);
    }

    /**
     * Called when the container begins to handle a request.
     *
     * @throws IllegalStateException when that is a request which it has handled before, or one of another connection:
     *     bytes of a web socket arrived while another thread closed it, and disposed of its handshake
     */
    void handOver(HttpRequestPacket request, Connection<?> connection) {
        Exchange exchange = EXCHANGE.get(request);
        if (exchange == null || !connection.equals(request.getConnection()) || !exchange.handOver()) {
            throw new IllegalStateException("bytes after the end of a web socket");
        }
    }

    /** Called when Payara has answered: at once, or later for a suspended request. */
    void answered(HttpResponsePacket response) {
        Exchange exchange = EXCHANGE.get(response.getRequest());
        if (exchange != null) {
            end(exchange, response);
        }
    }

    private void end(Exchange exchange, HttpResponsePacket response) {
        if (exchange.end()) {
            traffic.end();
            Console.line(exchange.record(response).json(Instant.now()));
        }
    }
}
