package org.consilium.ear.stand;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.ear.stand.People.Person;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Visits to the application over plain HTTP, signed in or not. */
public final class Visitors {

    /** For people who have not signed in, and one that does not exist. */
    public static final List<String> PUBLIC_PAGES = List.of(
            "/",
            "/privacy-notice",
            "/sign-in",
            "/sign-in/code",
            "/sign-in/set-up",
            "/register",
            "/invitation",
            "/confirm",
            "/confirm-address",
            "/forgot-password",
            "/reset-password",
            "/no-such-page");

    private Visitors() {}

    /** Somebody without a session, at the node of the demo. */
    public static HttpVisit anonymous() {
        return HttpVisit.at(Stand.get().node().address());
    }

    /** Somebody who has signed in at the node of the demo. */
    public static HttpVisit signedIn(String email) {
        return signedIn(Stand.get().node().address(), email);
    }

    /** Somebody who has signed in at another node. */
    public static HttpVisit signedIn(URI home, Person person) {
        return signedIn(home, person.email());
    }

    /** One after the other, as a node refuses to hash the passwords of many at once. */
    public static synchronized HttpVisit signedIn(URI home, String email) {
        HttpVisit visit = HttpVisit.at(home);
        Answer answer = signIn(visit, email, People.PASSWORD);
        if (!answer.isDone()) {
            throw new AssertionError("signing in answered " + answer);
        }
        return visit;
    }

    /** Submits the sign-in form; the page itself, if it is not there. */
    public static Answer signIn(HttpVisit visit, String email, String password) {
        Answer page = visit.get("/sign-in");
        return page.status() == 200
                ? visit.post(
                        "/sign-in",
                        HtmlForm.in(page.body(), "signin").with("email", email).with("password", password))
                : page;
    }

    /** Submits the search form of a page; the address that it leads to. */
    public static String search(HttpVisit visit, String page, String text) {
        String form = "text=" + URLEncoder.encode(text, StandardCharsets.UTF_8);
        Answer answer = visit.post(
                "/search" + page, "application/x-www-form-urlencoded", HttpRequest.BodyPublishers.ofString(form));
        if (!answer.isDone()) {
            throw new AssertionError("searching answered " + answer);
        }
        return answer.location();
    }

    /** The public id of the person, as the scripts of their pages name it in the header {@code Shown-To}. */
    public static String account(HttpVisit visit, String page) {
        return page(visit, page).select("#site").attr("data-account");
    }

    /** A page as a document. */
    public static Document page(HttpVisit visit, String address) {
        return Jsoup.parse(visit.get(address).body());
    }

    /**
     * Presses a button beside somebody in a list.
     *
     * @param form the id of the list's form
     */
    public static Answer press(HttpVisit visit, String address, String form, String button, String beside) {
        String page = visit.get(address).body();
        Element found = buttons(page, form, beside).stream()
                .filter(candidate -> candidate.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " in " + page));
        return visit.post(
                address,
                HtmlForm.in(page, form).without(form + ":send").withParameter(found.attr("name"), found.attr("value")));
    }

    /** The buttons beside somebody in a list. */
    public static List<Element> buttons(String page, String form, String beside) {
        return rows(page, form, beside)
                .flatMap(row -> row.select("button").stream())
                .toList();
    }

    /** The row of a person in a list. */
    public static Element row(String page, String form, String of) {
        return rows(page, form, of).findFirst().orElseThrow(() -> new AssertionError("no " + of + " in " + page));
    }

    private static Stream<Element> rows(String page, String form, String of) {
        return Jsoup.parse(page).select("#" + form + " li").stream()
                .filter(row -> row.text().contains(of));
    }

    public static Answer signOut(HttpVisit visit) {
        return visit.post("/sign-out", HtmlForm.empty());
    }
}
