package org.consilium.ear.fault;

import java.net.http.HttpResponse;
import java.time.Duration;

/**
 * What became of a request.
 *
 * @param status 0 if no answer came
 * @param location where it leads to; empty for nowhere
 * @param retryAfter when to come again; empty if that is not said
 */
record Answer(int status, String body, String location, String retryAfter, boolean setsCookie, Duration time) {

    static Answer of(HttpResponse<String> response, Duration time) {
        return new Answer(
                response.statusCode(),
                response.body(),
                response.headers().firstValue("Location").orElse(""),
                response.headers().firstValue("Retry-After").orElse(""),
                response.headers().firstValue("Set-Cookie").isPresent(),
                time);
    }

    static Answer none(String why, Duration time) {
        return new Answer(0, why, "", "", false, time);
    }

    /** A page. */
    boolean isPage() {
        return status == 200 && !isSignIn();
    }

    /** What a form is answered that was taken. */
    boolean isDone() {
        return status / 100 == 3 && !isSignIn();
    }

    /** Whether it takes the one who asks for nobody. */
    boolean isSignIn() {
        return location.contains("/sign-in") || body.contains("<form id=\"signin\"");
    }

    /** Whether nothing is said but that it did not work this time. */
    boolean isFailure() {
        return status == 0 || status == 502 || status == 503 || status == 504;
    }

    @Override
    public String toString() {
        return status + " " + location + " after " + time.toMillis() + " ms: "
                + body.substring(0, Math.min(body.length(), 200));
    }
}
