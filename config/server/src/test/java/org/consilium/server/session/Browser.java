package org.consilium.server.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.server.ServerProcess;

/** A client with a session cookie that sends each request to the node that the test chooses. */
final class Browser {
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Pattern COOKIE = Pattern.compile("JSESSIONID=([^;]+)");

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private volatile String id;

    Browser() {
        this("");
    }

    /** A client with a cookie from elsewhere. */
    Browser(String id) {
        this.id = id;
    }

    String id() {
        return id;
    }

    /** Another window with the same cookie. */
    Browser window() {
        return new Browser(id);
    }

    HttpResponse<String> get(ServerProcess node, String path, String... headers) {
        return send(request(node, path, headers).build());
    }

    String text(ServerProcess node, String path) {
        return get(node, path).body();
    }

    HttpResponse<String> post(ServerProcess node, String path, String form) {
        return post(node, path, "application/x-www-form-urlencoded", BodyPublishers.ofString(form));
    }

    HttpResponse<String> post(ServerProcess node, String path, String type, BodyPublisher body) {
        return send(request(node, path, "Content-Type", type).POST(body).build());
    }

    private HttpRequest.Builder request(ServerProcess node, String path, String... headers) {
        URI uri = node.uri(path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(TIMEOUT);
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (!id.isEmpty()) {
            request.header("Cookie", "JSESSIONID=" + id);
        }
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        try {
            HttpResponse<String> response = client.send(request, BodyHandlers.ofString());
            for (String header : response.headers().allValues("Set-Cookie")) {
                Matcher cookie = COOKIE.matcher(header);
                if (cookie.find()) {
                    id = cookie.group(1);
                }
            }
            return response;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
