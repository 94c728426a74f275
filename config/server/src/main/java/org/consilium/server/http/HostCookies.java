package org.consilium.server.http;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.Header;
import org.glassfish.grizzly.http.util.MimeHeaders;

/**
 * The cookies of browsers that use TLS. Their names have the prefix {@code __Host-}, with which browsers accept a
 * cookie from its own host and over TLS alone (RFC 6265bis, section 4.1.3.2), so that no other host of the domain and
 * nobody on the network can set one. The application knows them without the prefix, and all other cookies are withheld
 * from it.
 */
final class HostCookies {
    private static final String PREFIX = "__Host-";
    private static final String FORWARDED_PROTO = "X-Forwarded-Proto";

    private HostCookies() {}

    /** Whether the browser uses TLS; all that a client says of it without being a trusted proxy is removed before. */
    private static boolean isSecure(HttpRequestPacket request) {
        return request.isSecure() || "https".equalsIgnoreCase(request.getHeader(FORWARDED_PROTO));
    }

    /** Removes the prefix in a request, and the cookies without it. */
    static void receive(HttpRequestPacket request) {
        MimeHeaders headers = request.getHeaders();
        if (!headers.contains(Header.Cookie) || !isSecure(request)) {
            return;
        }
        String own = StreamSupport.stream(headers.values(Header.Cookie).spliterator(), false)
                .flatMap(line -> Arrays.stream(line.split(";")))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(PREFIX))
                .map(cookie -> cookie.substring(PREFIX.length()))
                .collect(Collectors.joining("; "));
        headers.removeHeader(Header.Cookie);
        if (!own.isEmpty()) {
            headers.setValue(Header.Cookie).setString(own);
        }
    }

    /** Adds the prefix in a response, and all that browsers expect of it. */
    static void send(HttpResponsePacket response) {
        MimeHeaders headers = response.getHeaders();
        if (!headers.contains(Header.SetCookie) || !isSecure(response.getRequest())) {
            return;
        }
        List<String> cookies = new ArrayList<>();
        headers.values(Header.SetCookie).forEach(cookies::add);
        headers.removeHeader(Header.SetCookie);
        cookies.forEach(cookie -> headers.addValue(Header.SetCookie).setString(prefixed(cookie)));
    }

    private static String prefixed(String cookie) {
        if (cookie.startsWith(PREFIX)) {
            return cookie;
        }
        Stream<String> others = Arrays.stream(cookie.split(";"))
                .map(String::strip)
                .filter(part -> !isReplaced(part.toLowerCase(Locale.ROOT)));
        return Stream.concat(others, Stream.of("Path=/", "Secure")).collect(Collectors.joining("; ", PREFIX, ""));
    }

    private static boolean isReplaced(String attribute) {
        return attribute.equals("secure") || attribute.startsWith("path=") || attribute.startsWith("domain=");
    }
}
