package org.consilium.ear.cost;

import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.LoadState;
import java.net.URI;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.ear.stand.Chromium;
import org.consilium.ear.stand.Stand;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/**
 * A phone with an empty cache whose person is signed in. It weighs the pages that it opens, by the DevTools protocol.
 */
public final class Phone implements AutoCloseable {

    /** Of Lighthouse's mobile screen. */
    private static final int WIDTH = 412;

    private static final int HEIGHT = 823;
    private static final int TALL = 4000;
    private static final double PIXELS = 1.75;

    /**
     * Lighthouse's slow 4G by DevTools (constants.js, mobileSlow4G): a round trip of 150 ms, of which a request takes
     * 3.75, and 1.6 Mbit/s.
     */
    private static final double LATENCY_MILLIS = 562.5;

    private static final double DOWN_BYTES = 1474.56 * 1024 / 8;
    private static final double UP_BYTES = 675.0 * 1024 / 8;
    private static final int SLOWER_PROCESSOR = 4;

    private static final String ZONE = "UTC";

    private static final String OBSERVER = """
            window.shifted = 0;
            new PerformanceObserver(list => list.getEntries()
              .filter(entry => !entry.hadRecentInput)
              .forEach(entry => { window.shifted += entry.value; })
            ).observe({ type: 'layout-shift', buffered: true });
            """;

    private final URI home = Stand.get().node().address();
    private final BrowserContext context = Chromium.get()
            .newContext(new Browser.NewContextOptions()
                    .setViewportSize(WIDTH, HEIGHT)
                    .setDeviceScaleFactor(PIXELS)
                    .setIsMobile(true)
                    .setHasTouch(true)
                    .setLocale("en-US")
                    .setTimezoneId(ZONE));
    private final Page page;
    private final CDPSession protocol;
    private final Set<String> received = new HashSet<>();
    private long bytes;

    private Phone(HttpVisit person) {
        // the sign-in page has told the node the time zone, as the first page does
        var unused = person.post("/time-zone/" + ZONE, HtmlForm.empty());
        context.addCookies(Stream.of("JSESSIONID", "zone")
                .map(name -> new Cookie(name, person.cookie(name)).setUrl(home.toString()))
                .toList());
        context.addInitScript(OBSERVER);
        page = context.newPage();
        protocol = context.newCDPSession(page);
        protocol.on("Network.loadingFinished", this::count);
        protocol.send("Network.enable");
    }

    /** The phone of somebody who has signed in. */
    public static Phone of(HttpVisit person) {
        return new Phone(person);
    }

    /** From now on with a screen on which the whole page is seen. */
    public Phone tall() {
        page.setViewportSize(WIDTH, TALL);
        return this;
    }

    /** From now on as slow as a phone with a bad connection. */
    public Phone slow() {
        JsonObject network = new JsonObject();
        network.addProperty("offline", false);
        network.addProperty("latency", LATENCY_MILLIS);
        network.addProperty("downloadThroughput", DOWN_BYTES);
        network.addProperty("uploadThroughput", UP_BYTES);
        protocol.send("Network.emulateNetworkConditions", network);
        JsonObject processor = new JsonObject();
        processor.addProperty("rate", SLOWER_PROCESSOR);
        protocol.send("Emulation.setCPUThrottlingRate", processor);
        return this;
    }

    /** A response from a cache has no length. */
    private void count(JsonObject event) {
        long length = event.get("encodedDataLength").getAsLong();
        if (length > 0) {
            received.add(event.get("requestId").getAsString());
            bytes += length;
        }
    }

    /** Opens a page, and waits until it has all that it asks for. */
    public Weight open(String path) {
        page.navigate("about:blank");
        received.clear();
        bytes = 0;
        page.navigate(home.resolve(path).toString());
        page.waitForLoadState(LoadState.NETWORKIDLE);
        return new Weight(
                received.size(),
                bytes,
                texts(
                        "performance.getEntriesByType('resource').filter(entry => entry.renderBlockingStatus === 'blocking')"
                                + ".map(entry => new URL(entry.name).pathname)"),
                number("performance.getEntriesByName('first-contentful-paint')[0].startTime"),
                number("window.shifted"));
    }

    private double number(String expression) {
        return ((Number) page.evaluate(expression)).doubleValue();
    }

    private List<String> texts(String expression) {
        return ((List<?>) page.evaluate(expression))
                .stream().map(String::valueOf).toList();
    }

    @Override
    public void close() {
        context.close();
    }
}
