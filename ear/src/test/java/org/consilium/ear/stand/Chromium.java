package org.consilium.ear.stand;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The one browser of all tests: the Chromium that is installed, else the one of Debian, else the one that Playwright
 * downloads. Says once which it is.
 */
public final class Chromium {

    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

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
        Optional<Path> found = installed().or(Chromium::ofDebian);
        playwright = Playwright.create(new Playwright.CreateOptions()
                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", found.isPresent() ? "1" : "")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(OPTIONS).setChromiumSandbox(!isRoot());
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

    private static Optional<Path> installed() {
        String wanted = System.getenv("CONSILIUM_CHROMIUM");
        return wanted == null ? onPath(NAMES) : Optional.of(Path.of(wanted));
    }

    private static Optional<Path> onPath(List<String> names) {
        List<Path> folders = Arrays.stream(
                        Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return names.stream()
                .flatMap(name -> folders.stream().map(folder -> folder.resolve(name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Debian's package brings the libraries that the browser needs; what Playwright downloads does not. */
    private static Optional<Path> ofDebian() {
        boolean debian = Files.exists(Path.of("/etc/debian_version"))
                && onPath(List.of("apt-get")).isPresent();
        if (!debian || !isRoot() || !succeeds("apt-get", "-qq", "update")) {
            return Optional.empty();
        }
        return succeeds("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium")
                ? installed()
                : Optional.empty();
    }

    private static boolean succeeds(String... command) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
            return builder.start().waitFor() == 0;
        } catch (IOException missing) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Chromium's sandbox does not work for root. */
    private static boolean isRoot() {
        return "root".equals(System.getProperty("user.name"));
    }
}
