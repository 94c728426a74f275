package org.consilium.ear.fault;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.consilium.ear.browser.Form;
import org.consilium.ear.browser.Hospital.Person;
import org.consilium.ear.stand.Visit;

/** The browser of one person, who may be led to this node or that: one cookie, and every answer as it came, or none. */
final class Window {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final URI home;
    private final CookieManager cookies;
    private final HttpClient client;

    private Window(URI home, CookieManager cookies) {
        this.home = home;
        this.cookies = cookies;
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(cookies)
                .followRedirects(HttpClient.Redirect.NEVER)
                .build();
    }

    static Window at(URI home) {
        return new Window(home, new CookieManager());
    }

    /** Somebody who has signed in there. */
    static Window signedIn(URI home, Person person) {
        Window window = at(home);
        Answer answer = window.signIn(person);
        if (!answer.isDone()) {
            throw new AssertionError("signing in answered " + answer);
        }
        return window;
    }

    /** The same person with the same cookie, led elsewhere. */
    Window ledTo(URI other) {
        return new Window(other, cookies);
    }

    /** Somebody else with this cookie, who keeps it whatever the person does. */
    Window stolen() {
        CookieManager copy = new CookieManager();
        cookies.getCookieStore()
                .getCookies()
                .forEach(cookie -> copy.getCookieStore().add(home, cookie));
        return new Window(home, copy);
    }

    Answer signIn(Person person) {
        Answer page = get("/sign-in");
        return page.status() == 200
                ? post(
                        "/sign-in",
                        Form.in(page.body(), "signin")
                                .with("email", person.email())
                                .with("password", Visit.PASSWORD))
                : page;
    }

    Answer signOut() {
        return post("/sign-out", Form.empty());
    }

    Answer get(String path) {
        return send(request(path).GET().build());
    }

    Answer post(String path, Form form) {
        return send(request(path)
                .header("Content-Type", form.contentType())
                .POST(HttpRequest.BodyPublishers.ofString(form.body(), StandardCharsets.UTF_8))
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(home.resolve(path)).timeout(PATIENCE);
    }

    private Answer send(HttpRequest request) {
        long begin = System.nanoTime();
        try {
            HttpResponse<String> response =
                    client.send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return Answer.of(response, Duration.ofNanos(System.nanoTime() - begin));
        } catch (IOException broken) {
            return Answer.none(broken.toString(), Duration.ofNanos(System.nanoTime() - begin));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
