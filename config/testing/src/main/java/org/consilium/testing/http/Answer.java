package org.consilium.testing.http;

import java.io.IOException;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * An HTTP response, or the failure to get one.
 *
 * @param status 0 if no response came
 * @param content its body; the exception in words if no response came
 * @param time from the request to the end of the body
 */
@SuppressWarnings("ArrayRecordComponent") // a body may be a photo; answers are not compared
public record Answer(int status, byte[] content, HttpHeaders headers, Duration time) {
    private static final int SHOWN = 200;

    static Answer of(HttpResponse<byte[]> response, Duration time) {
        return new Answer(response.statusCode(), response.body(), response.headers(), time);
    }

    static Answer none(IOException failure, Duration time) {
        return new Answer(
                0,
                failure.toString().getBytes(StandardCharsets.UTF_8),
                HttpHeaders.of(Map.of(), (name, value) -> true),
                time);
    }

    /** The body as text. */
    public String body() {
        return new String(content, StandardCharsets.UTF_8);
    }

    /** The first value of a header. */
    public Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** The Location header; empty if there is none. */
    public String location() {
        return header("Location").orElse("");
    }

    /** The Retry-After header; empty if there is none. */
    public String retryAfter() {
        return header("Retry-After").orElse("");
    }

    /** Whether it sets a cookie. */
    public boolean setsCookie() {
        return header("Set-Cookie").isPresent();
    }

    /** Whether it is a page other than the sign-in page. */
    public boolean isPage() {
        return status == 200 && !isSignIn();
    }

    /** Whether a form was accepted: a redirect that does not lead to the sign-in page. */
    public boolean isDone() {
        return status / 100 == 3 && !isSignIn();
    }

    /** Whether it asks to sign in. */
    public boolean isSignIn() {
        return location().contains("/sign-in") || body().contains("<form id=\"signin\"");
    }

    /** Whether the request may simply be repeated: no response, or one that says that a server is not available. */
    public boolean isFailure() {
        return status == 0 || status == 502 || status == 503 || status == 504;
    }

    @Override
    public String toString() {
        String body = body();
        return status + " " + location() + " after " + time.toMillis() + " ms: "
                + body.substring(0, Math.min(body.length(), SHOWN));
    }
}
