package org.consilium.ear.browser;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.Visit;

/** Somebody who makes requests by hand: what a browser would not send, and every answer as it came. */
public final class PlainVisit {

    private final URI home;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private PlainVisit(URI home) {
        this.home = home;
    }

    static PlainVisit start() {
        return at(Stand.get().node().address());
    }

    public static PlainVisit at(URI home) {
        return new PlainVisit(home);
    }

    /** Somebody who has signed in. */
    public static PlainVisit of(String email) {
        return start().signedIn(email);
    }

    /** The same after signing in. */
    public PlainVisit signedIn(String email) {
        HttpResponse<String> answer = signIn(email, Visit.PASSWORD);
        if (answer.statusCode() / 100 != 3) {
            throw new AssertionError("signing in answered " + answer.statusCode());
        }
        return this;
    }

    URI home() {
        return home;
    }

    public HttpResponse<String> signIn(String email, String password) {
        Form form = Form.in(get("/sign-in").body(), "signin");
        return post("/sign-in", form.with("email", email).with("password", password));
    }

    public HttpResponse<String> get(String path, String... headers) {
        return send(request(path, headers).GET().build());
    }

    HttpResponse<byte[]> file(String path) {
        return send(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    HttpResponse<String> post(String path, Form form, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(form.body(), StandardCharsets.UTF_8))
                .build());
    }

    HttpResponse<String> post(String path, byte[] body, String... headers) {
        return send(request(path, headers)
                .header("Content-Type", "application/octet-stream")
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build());
    }

    HttpResponse<String> delete(String path) {
        return send(request(path).DELETE().build());
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(home.resolve(path));
        if (headers.length > 0) {
            builder.headers(headers);
        }
        return builder;
    }

    private HttpResponse<String> send(HttpRequest request) {
        return send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> body) {
        try {
            return client.send(request, body);
        } catch (IOException failure) {
            throw new AssertionError(request.uri().toString(), failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    /** The values of the cookies of this name, newest last. */
    public List<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(cookie -> cookie.getValue())
                .toList();
    }
}
