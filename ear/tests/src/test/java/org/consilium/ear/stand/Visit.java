package org.consilium.ear.stand;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.FormData;
import com.microsoft.playwright.options.RequestOptions;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.testing.http.HttpVisit;

/**
 * One person at a browser of their own. What the browser complains about fails the test when the visit ends: an error
 * of a script, of the content security policy, or an answer of 400 and more that was not {@linkplain #expect expected}.
 */
public final class Visit implements AutoCloseable {

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");
    private static final Set<String> SERIOUS = Set.of("serious", "critical");
    private static final String SESSION = "JSESSIONID";
    private static final int TIMEOUT_MILLIS = 15_000;
    private static final int ERROR = 400;
    private static final int CONFLICT = 409;

    private final URI home;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> expected = new HashSet<>();

    private Visit(URI home, Browser.NewContextOptions options) {
        this.home = home;
        context = Chromium.get().newContext(options);
        context.setDefaultTimeout(TIMEOUT_MILLIS);
        context.onConsoleMessage(this::note);
        context.onWebError(error -> complaints.add("page error: " + error.error()));
        context.onResponse(this::note);
        page = context.newPage();
    }

    /** A visit to the node of the demo, at a desk. */
    public static Visit start() {
        return at(Stand.get().node().address());
    }

    /** A visit to another node. */
    public static Visit at(URI home) {
        return new Visit(
                home, new Browser.NewContextOptions().setViewportSize(1280, 800).setLocale("en-GB"));
    }

    /** A visit to the node of the demo from another time zone. */
    public static Visit from(String zone) {
        return new Visit(
                Stand.get().node().address(),
                new Browser.NewContextOptions()
                        .setViewportSize(1280, 800)
                        .setLocale("en-GB")
                        .setTimezoneId(zone));
    }

    /** A visit with a browser that runs no scripts. */
    public static Visit withoutScripts() {
        return new Visit(
                Stand.get().node().address(),
                new Browser.NewContextOptions().setViewportSize(1280, 800).setJavaScriptEnabled(false));
    }

    /** A visit of somebody who has signed in. */
    public static Visit of(String email) {
        return start().signIn(email);
    }

    private void note(ConsoleMessage message) {
        // an answer is judged by its status; a web socket that is refused or cut is tried again by the page
        boolean answer = message.text().startsWith("Failed to load resource")
                || message.text().startsWith("WebSocket connection to");
        if (message.type().equals("error") && !answer) {
            complaints.add("console: " + message.text());
        }
    }

    private void note(Response response) {
        if (response.status() >= ERROR && !expected.contains(response.status()) && !isLateDraft(response)) {
            complaints.add("HTTP " + response.status() + " " + response.url());
        }
    }

    /** A draft may be saved just after its form was sent: it is refused, and the page that saved it has gone. */
    private static boolean isLateDraft(Response response) {
        return response.status() == CONFLICT
                && URI.create(response.url()).getPath().startsWith("/draft/");
    }

    /** From now on this status is what the test is about. */
    public Visit expect(int status) {
        expected.add(status);
        return this;
    }

    public Visit open(String path) {
        page.navigate(home.resolve(path).toString());
        return this;
    }

    /** The address of a page that shows what is found by its search form. */
    public String searching(String path, String text) {
        FormData form = FormData.create().set("text", text);
        String found = context.request()
                .post(
                        home.resolve("/search" + path).toString(),
                        RequestOptions.create().setForm(form))
                .url();
        return found.substring(found.indexOf(path));
    }

    /** Opens the page to which signing in leads; the form itself is filled in where a journey is about it. */
    public Visit signIn(String email) {
        HttpVisit person = HttpVisit.at(home);
        String page = Visitors.signIn(person, email, People.PASSWORD)
                .header("Location")
                .orElseThrow(() -> new AssertionError(email + " cannot sign in"));
        Cookie session = new Cookie(SESSION, person.cookie(SESSION));
        context.addCookies(
                List.of(session.setUrl(home.toString()).setHttpOnly(true).setSameSite(SameSiteAttribute.LAX)));
        return open(page);
    }

    /** Fills in the sign-in page that is open. */
    public Visit signInHere(String email, String password) {
        fill("E-mail", email);
        fill("Password", password);
        return press("Sign in");
    }

    /** Waits until the browser is at another page. */
    public Visit leave(String path) {
        page.waitForURL(address -> !URI.create(address).getPath().equals(path));
        return this;
    }

    public Visit fill(String label, String text) {
        field(label).fill(text);
        return this;
    }

    /** Fills in a field of a form with a draft, and waits until the server has saved it. */
    public Visit draft(String label, String text) {
        page.waitForResponse(
                answer -> answer.url().contains("/draft/")
                        && answer.request().method().equals("PUT")
                        && answer.ok(),
                () -> fill(label, text));
        return this;
    }

    public Visit choose(String label, String option) {
        field(label).selectOption(option);
        return this;
    }

    public Visit press(String button) {
        button(button).click();
        return this;
    }

    public Locator field(String label) {
        return page.getByLabel(label, new Page.GetByLabelOptions().setExact(true));
    }

    public Locator button(String name) {
        return page.getByRole(
                AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator link(String name) {
        return content()
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    public Locator heading(String name) {
        return page.getByRole(
                AriaRole.HEADING, new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    /** What the page tells the person of the step just done. */
    public Locator notice() {
        return page.locator("[role=status].done");
    }

    /** What the page says is wrong as a whole. */
    public Locator alert() {
        return page.getByRole(AriaRole.ALERT);
    }

    public Locator content() {
        return page.getByRole(AriaRole.MAIN);
    }

    public Page page() {
        return page;
    }

    public BrowserContext context() {
        return context;
    }

    public URI home() {
        return home;
    }

    /** The path of the page that is open. */
    public String path() {
        return URI.create(page.url()).getPath();
    }

    public Visit width(int pixels) {
        page.setViewportSize(pixels, 800);
        return this;
    }

    public Visit dark() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
        return this;
    }

    public Visit light() {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
        return this;
    }

    /** Keeps what is on the screen as {@code target/screenshots/<name>.png}. */
    public Visit screenshot(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve(name.toLowerCase(Locale.ROOT) + ".png"))
                .setFullPage(true));
        return this;
    }

    /** The serious problems that axe finds on the page. Pages have no frames, for which axe would open another one. */
    public List<String> barriers() {
        return new AxeBuilder(page)
                .setLegacyMode(true).options(violations()).analyze().getViolations().stream()
                        .filter(rule -> SERIOUS.contains(String.valueOf(rule.getImpact())))
                        .map(Visit::told)
                        .toList();
    }

    /** Leaves out the rules that a page passes. */
    private static AxeRunOptions violations() {
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        return options;
    }

    private static String told(Rule rule) {
        return rule.getId() + ": " + rule.getHelp() + " "
                + rule.getNodes().stream().map(node -> node.getHtml()).toList();
    }

    /** How many pixels the page is wider than the screen. */
    public int overflow() {
        Object pixels = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
        return Math.max(0, ((Number) pixels).intValue());
    }

    /** The public id of the consultation that is open. */
    public String consultation() {
        page.waitForURL(Pattern.compile(".*/consultation/(?!new)[^/?]+(\\?.*)?$"));
        return path().substring("/consultation/".length());
    }

    @Override
    public void close() {
        context.close();
        if (!complaints.isEmpty()) {
            throw new AssertionError("the browser complained: " + String.join("\n", complaints));
        }
    }
}
