package org.consilium.ear.stand;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of all tests: the Chromium that is installed, else the one of Debian, else the one that Playwright
 * downloads. Says once which it is.
 */
public final class Chromium {

    /** It brings the libraries that the browser needs; what Playwright downloads does not. */
    private static final DebianPackage PACKAGE = new DebianPackage(
            "chromium", List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable"));

    private static final List<String> OPTIONS = List.of(
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private static @Nullable Chromium instance;

    private final Playwright playwright;
    private final Browser browser;

    private Chromium() {
        Optional<Path> found = program();
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", found.isPresent() ? "1" : "")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(OPTIONS).setChromiumSandbox(!DebianPackage.isRoot());
        found.ifPresent(options::setExecutablePath);
        browser = playwright.chromium().launch(options);
        System.out.println("browser: Chromium " + browser.version() + ", "
                + found.map(path -> "installed at " + path).orElse("downloaded by Playwright"));
    }

    /** The browser, started if it is not. */
    public static synchronized Browser get() {
        if (instance == null) {
            instance = new Chromium();
        }
        return instance.browser;
    }

    static synchronized void close() {
        if (instance != null) {
            instance.browser.close();
            instance.playwright.close();
            instance = null;
        }
    }

    private static Optional<Path> program() {
        String wanted = System.getenv("CONSILIUM_CHROMIUM");
        return wanted == null ? PACKAGE.program() : Optional.of(Path.of(wanted));
    }
}
