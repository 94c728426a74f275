package org.consilium.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The proxy in front of the server. Only when it is known to set them itself are X-Forwarded-For and X-Forwarded-Proto
 * believed. All others of their kind are the client's own words, and are removed before anything reads them.
 */
public final class Proxy {
    private static final String FORWARDED = "forwarded";
    private static final String PREFIX = "x-forwarded-";
    private static final String FORWARDED_FOR = PREFIX + "for";

    /** Of the headers that tell of a proxy, those that stay; in small letters. */
    private final Set<String> believed;

    public Proxy(boolean trusted) {
        believed = trusted ? Set.of(FORWARDED_FOR, PREFIX + "proto") : Set.of();
    }

    /** Makes the request one that may be believed, and returns the address of the client. */
    String client(HttpRequestPacket request) {
        String peer = String.valueOf(request.getRemoteAddress());
        removeHearsay(request.getHeaders());
        String client = last(request.getHeaders().values(FORWARDED_FOR));
        if (client != null) {
            request.remoteAddr().setString(client);
        }
        return client == null ? peer : client;
    }

    private void removeHearsay(MimeHeaders headers) {
        List<String> hearsay = new ArrayList<>();
        for (String header : headers.names()) {
            String name = header.toLowerCase(Locale.ROOT);
            if ((name.equals(FORWARDED) || name.startsWith(PREFIX)) && !believed.contains(name)) {
                hearsay.add(name);
            }
        }
        hearsay.forEach(headers::removeHeader);
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
