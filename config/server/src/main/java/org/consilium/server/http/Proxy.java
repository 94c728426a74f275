package org.consilium.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.util.MimeHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The proxy in front of the server. X-Forwarded-For and X-Forwarded-Proto are trusted only if the proxy is known to set
 * them. All other such headers come from the client, and are removed before anything reads them.
 */
public final class Proxy {
    private static final String FORWARDED = "forwarded";
    private static final String PREFIX = "x-forwarded-";
    private static final String FORWARDED_FOR = PREFIX + "for";

    /** The forwarding headers that stay, in lowercase letters. */
    private final Set<String> trustedHeaders;

    public Proxy(boolean trusted) {
        trustedHeaders = trusted ? Set.of(FORWARDED_FOR, PREFIX + "proto") : Set.of();
    }

    /** Removes untrusted headers from the request, and returns the address of the client. */
    String client(HttpRequestPacket request) {
        String peer = String.valueOf(request.getRemoteAddress());
        removeUntrusted(request.getHeaders());
        String client = last(request.getHeaders().values(FORWARDED_FOR));
        if (client != null) {
            request.remoteAddr().setString(client);
        }
        return client == null ? peer : client;
    }

    private void removeUntrusted(MimeHeaders headers) {
        List<String> untrusted = new ArrayList<>();
        for (String header : headers.names()) {
            String name = header.toLowerCase(Locale.ROOT);
            if ((name.equals(FORWARDED) || name.startsWith(PREFIX)) && !trustedHeaders.contains(name)) {
                untrusted.add(name);
            }
        }
        untrusted.forEach(headers::removeHeader);
    }

    /** The last entry of the last such header, which the proxy has added; the others came from outside. */
    private static @Nullable String last(Iterable<String> forwardedFor) {
        String line = "";
        for (String next : forwardedFor) {
            line = next;
        }
        String address = line.substring(line.lastIndexOf(',') + 1).strip();
        return address.matches("[0-9a-fA-F.:]{2,45}") ? address : null;
    }
}
