package org.consilium.web.address;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The address of a page: its path and its query. Every address with a query is built here, so that no part of it is
 * lost on the way, and each value is encoded.
 */
public final class Address {

    private final String path;

    /** Decoded, in the order of the query. */
    private final Map<String, String> query;

    private final String fragment;

    private Address(String path, Map<String, String> query, String fragment) {
        this.path = path;
        this.query = query;
        this.fragment = fragment;
    }

    /** An address without a query. */
    public static Address of(String path) {
        return new Address(path, Map.of(), "");
    }

    /** Reads an address that begins with its path. Of a parameter that occurs twice, the first one counts. */
    public static Address parse(String address) {
        String[] ends = address.split("#", 2);
        String[] parts = ends[0].split("\\?", 2);
        return new Address(
                parts[0], parts.length == 1 ? Map.of() : values(parts[1]), ends.length == 1 ? "" : decoded(ends[1]));
    }

    /** The address that the browser shows, whichever view or error page answers it, without what is told only once. */
    public static Address shown(HttpServletRequest request) {
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        Object path = request.getAttribute(
                failed ? RequestDispatcher.ERROR_REQUEST_URI : RequestDispatcher.FORWARD_REQUEST_URI);
        Object query = request.getAttribute(
                failed ? RequestDispatcher.ERROR_QUERY_STRING : RequestDispatcher.FORWARD_QUERY_STRING);
        if (path == null) {
            path = request.getRequestURI();
        }
        if (query == null && (failed || path.equals(request.getRequestURI()))) {
            query = request.getQueryString();
        }
        return new Address(path.toString(), values(query == null ? "" : query.toString()), "")
                .with(OneTimeNote.PARAMETER, null);
    }

    /** The same address with another value of a parameter; without it if the value is null or empty. */
    public Address with(String name, @Nullable String value) {
        Map<String, String> values = new LinkedHashMap<>(query);
        if (value == null || value.isEmpty()) {
            values.remove(name);
        } else {
            values.put(name, value);
        }
        return new Address(path, values, fragment);
    }

    /** Another path with the same query. */
    public Address to(String other) {
        return new Address(other, query, fragment);
    }

    /** The same address, at an element of the page. */
    public Address at(String id) {
        return new Address(path, query, id);
    }

    public String path() {
        return path;
    }

    /** A value of the query, decoded. */
    public @Nullable String value(String name) {
        return query.get(name);
    }

    private static Map<String, String> values(String query) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String parameter : query.split("&", -1)) {
            String[] parts = parameter.split("=", 2);
            if (parts.length == 2 && !parts[0].isEmpty()) {
                values.putIfAbsent(decoded(parts[0]), decoded(parts[1]));
            }
        }
        return values;
    }

    /** As it is, if it is malformed: then it is a value like any other. */
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        String values = query.entrySet().stream()
                .map(parameter -> encoded(parameter.getKey()) + "=" + encoded(parameter.getValue()))
                .collect(Collectors.joining("&"));
        return path + (values.isEmpty() ? "" : "?" + values) + (fragment.isEmpty() ? "" : "#" + encoded(fragment));
    }
}
