package org.consilium.server.http;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.HttpResponsePacket;
import org.glassfish.grizzly.http.util.DataChunk;
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
        if (request.getHeaders().contains(Header.Cookie) && isSecure(request)) {
            rewrite(request.getHeaders(), Header.Cookie, HostCookies::own);
        }
    }

    /** Adds the prefix in a response, and all that browsers expect of it. */
    static void send(HttpResponsePacket response) {
        if (response.getHeaders().contains(Header.SetCookie) && isSecure(response.getRequest())) {
            rewrite(response.getHeaders(), Header.SetCookie, HostCookies::prefixed);
        }
    }

    /** In place: a header that is added to a response as it leaves would become a trailer. */
    private static void rewrite(MimeHeaders headers, Header name, UnaryOperator<String> change) {
        for (int at = headers.indexOf(name, 0); at >= 0; at = headers.indexOf(name, at + 1)) {
            DataChunk value = headers.getValue(at);
            value.setString(change.apply(value.toString()));
        }
    }

    private static String own(String cookies) {
        return Arrays.stream(cookies.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(PREFIX))
                .map(cookie -> cookie.substring(PREFIX.length()))
                .collect(Collectors.joining("; "));
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
