package org.consilium.server.http;

import org.glassfish.grizzly.http.HttpRequestPacket;
import org.jspecify.annotations.Nullable;

/**
 * The proxy in front of the server. Only when it is known to set the X-Forwarded headers itself are they believed;
 * otherwise they are the client's own words, and are removed before anything reads them.
 */
public final class Proxy {
    private static final String FORWARDED_FOR = "X-Forwarded-For";
    private static final String[] HEADERS = {
        "Forwarded", FORWARDED_FOR, "X-Forwarded-Proto", "X-Forwarded-Host", "X-Forwarded-Port", "X-Forwarded-Prefix"
    };

    private final boolean trusted;

    public Proxy(boolean trusted) {
        this.trusted = trusted;
    }

    /** Makes the request one that may be believed, and returns the address of the client. */
    String client(HttpRequestPacket request) {
        String peer = String.valueOf(request.getRemoteAddress());
        if (!trusted) {
            for (String header : HEADERS) {
                request.getHeaders().removeHeader(header);
            }
            return peer;
        }
        String client = last(request.getHeaders().values(FORWARDED_FOR));
        if (client != null) {
            request.remoteAddr().setString(client);
        }
        return client == null ? peer : client;
    }

    /** The entry that the proxy itself has added, in the last such header: those before it came from outside. */
    private static @Nullable String last(Iterable<String> forwardedFor) {
        String line = "";
        for (String next : forwardedFor) {
            line = next;
        }
        String address = line.substring(line.lastIndexOf(',') + 1).strip();
        return address.matches("[0-9a-fA-F.:]{2,45}") ? address : null;
    }
}
