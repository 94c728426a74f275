package org.consilium.server.http;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.server.http.Traffic.Phase;
import org.consilium.server.log.Console;
import org.glassfish.grizzly.Grizzly;
import org.glassfish.grizzly.attributes.Attribute;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpPacket;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.HttpStatus;
import org.glassfish.grizzly.memory.Buffers;
import org.jspecify.annotations.Nullable;

/**
 * Every request passes here, right behind the HTTP parser and before Payara looks for an application: the gate of a
 * server that starts or drains, the count of requests in flight, and the access log.
 */
public final class EntryFilter extends BaseFilter {
    private static final Attribute<Exchange> EXCHANGE =
            Grizzly.DEFAULT_ATTRIBUTE_BUILDER.createAttribute(EntryFilter.class.getName());
    private static final Set<String> READINESS = Set.of("/health", "/health/", "/health/ready", "/health/ready/");
    /** A segment that stands for another one, in whatever spelling. */
    private static final Pattern DOTS =
            Pattern.compile("(?i)^[^?#]*(?:[/\\\\]|%2f|%5c)(?:\\.|%2e){1,2}(?:[/\\\\;?#]|%2f|%5c|$)");

    private static final int SWITCHING_PROTOCOLS = 101;

    private final Traffic traffic;
    private final Proxy proxy;

    public EntryFilter(Traffic traffic, Proxy proxy) {
        this.traffic = traffic;
        this.proxy = proxy;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (!(context.getMessage() instanceof HttpContent content)
                || !(content.getHttpHeader() instanceof HttpRequestPacket request)) {
            return context.getInvokeAction();
        }
        Exchange exchange = EXCHANGE.get(request);
        if (exchange == null) {
            exchange = begin(request);
            if (exchange.refusal() != null) {
                refuse(context, request, exchange.refusal());
            }
        }
        return exchange.refusal() != null ? context.getStopAction() : context.getInvokeAction();
    }

    private Exchange begin(HttpRequestPacket request) {
        Phase phase = traffic.phase();
        Exchange exchange = new Exchange(request, proxy.client(request), refusal(phase, request));
        EXCHANGE.set(request, exchange);
        // the listener compresses by the request and does not say so; a header added later would come as a trailer
        request.getResponse().setHeader("Vary", "Accept-Encoding");
        traffic.begin();
        if (phase == Phase.CLOSING) {
            request.getProcessingState().setKeepAlive(false);
        }
        return exchange;
    }

    private static @Nullable HttpStatus refusal(Phase phase, HttpRequestPacket request) {
        if (phase == Phase.STARTING || (phase != Phase.OPEN && READINESS.contains(Exchange.path(request)))) {
            return HttpStatus.SERVICE_UNAVAILABLE_503;
        }
        // no browser sends them; Grizzly fails on some, and the container then answers 200 with nothing
        return DOTS.matcher(String.valueOf(request.getRequestURI())).find() ? HttpStatus.BAD_REQUEST_400 : null;
    }

    /** Answers at once and closes the connection, as the rest of the request is of no interest. */
    private void refuse(FilterChainContext context, HttpRequestPacket request, HttpStatus status) {
        HttpResponsePacket response = request.getResponse();
        request.getProcessingState().setKeepAlive(false);
        response.setStatus(status);
        if (status.equals(HttpStatus.SERVICE_UNAVAILABLE_503)) {
            response.setHeader("Retry-After", "1");
        }
        response.setHeader("Cache-Control", "no-store");
        response.setContentLength(0);
        context.write(HttpContent.builder(response)
                .content(Buffers.EMPTY_BUFFER)
                .last(true)
                .build());
        answered(response);
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof HttpPacket packet
                && packet.getHttpHeader() instanceof HttpResponsePacket response) {
            written(packet, response);
        }
        return context.getInvokeAction();
    }

    private void written(HttpPacket packet, HttpResponsePacket response) {
        Exchange exchange = EXCHANGE.get(response.getRequest());
        if (exchange == null) {
            return;
        }
        if (packet instanceof HttpContent content) {
            exchange.sent(content.getContent().remaining());
        }
        if (endless(response)) {
            end(exchange, response);
        }
    }

    /**
     * A web socket or an event stream lasts as long as its page: nobody waits for it, it is cut when the server ends.
     */
    private static boolean endless(HttpResponsePacket response) {
        String type = response.getContentType();
        return response.getStatus() == SWITCHING_PROTOCOLS || (type != null && type.startsWith("text/event-stream"));
    }

    /** Called when Payara has answered, at once or, for a request that it suspended, later. */
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
