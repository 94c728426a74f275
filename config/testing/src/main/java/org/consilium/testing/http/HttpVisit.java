package org.consilium.testing.http;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * A person at a browser without scripts: keeps cookies, follows no redirect, and returns every response as it came. A
 * request that gets none within a minute, or whose connection breaks, is an {@link Answer} as well.
 */
public final class HttpVisit {
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    private final URI home;
    private final CookieManager cookies;
    private final HttpClient client;

    private HttpVisit(URI home, CookieManager cookies) {
        this.home = home;
        this.cookies = cookies;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    /** A visit of somebody who has no cookie yet. */
    public static HttpVisit at(URI home) {
        return new HttpVisit(home, new CookieManager());
    }

    /** The same person with the same cookies, led to another node. */
    public HttpVisit ledTo(URI other) {
        return new HttpVisit(other, cookies);
    }

    /** Another person with a copy of the cookies, who keeps them whatever the first one does. */
    public HttpVisit copy() {
        CookieManager copied = new CookieManager();
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> copied.getCookieStore().add(home, cookie));
        return new HttpVisit(home, copied);
    }

    /** The address that paths are relative to. */
    public URI home() {
        return home;
    }

    /** Requests a path of {@link #home()}, or another address. */
    public Answer get(String path, String... headers) {
        return send(request(path, headers).GET());
    }

    /** Submits a form. */
    public Answer post(String path, HtmlForm form, String... headers) {
        return post(path, form.contentType(), BodyPublishers.ofByteArray(form.content()), headers);
    }

    /** Sends bytes. */
    public Answer post(String path, byte[] body, String... headers) {
        return post(path, "application/octet-stream", BodyPublishers.ofByteArray(body), headers);
    }

    /** Sends a body of this media type. */
    public Answer post(String path, String contentType, BodyPublisher body, String... headers) {
        return send(request(path, headers).header("Content-Type", contentType).POST(body));
    }

    public Answer delete(String path) {
        return send(request(path).DELETE());
    }

    /** Sends any method, with a body or, if that is empty, without one. */
    public Answer send(String method, String path, String body, String... headers) {
        return send(request(path, headers)
                .method(method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(home.resolve(path)).timeout(TIMEOUT);
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    private Answer send(HttpRequest.Builder request) {
        long begin = System.nanoTime();
        try {
            return Answer.of(client.send(request.build(), BodyHandlers.ofByteArray()), since(begin));
        } catch (IOException failure) {
            return Answer.none(failure, since(begin));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private static Duration since(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin);
    }

    /** The value of a cookie; empty if there is none. */
    public String cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst()
                .orElse("");
    }

    /** Sets a cookie that was not received. */
    public HttpVisit withCookie(String name, String value) {
        HttpCookie cookie = new HttpCookie(name, value);
        // as the server sets it, so that a new one takes its place
        cookie.setDomain(home.getHost());
        cookie.setPath("/");
        cookie.setVersion(0);
        cookies.getCookieStore().add(home, cookie);
        return this;
    }
}
