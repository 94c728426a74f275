package org.consilium.local.mail;

import io.undertow.Undertow;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.BlockingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.StatusCodes;
import java.net.URI;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Shows the letters of a mail server: a list, and each of them as HTML and as text. */
final class MailPage implements HttpHandler {
    private static final String LETTERS = "/letter/";
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s&<>\"]+");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM)
            .withLocale(Locale.US)
            .withZone(ZoneId.systemDefault());

    /** Links in a letter open in its place, and not in the frame. */
    private static final String PREVIEW = "<base target=\"_top\">";

    /** No script runs, nothing is loaded from elsewhere, and no other page learns the address, which is of a letter. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'; form-action 'none'";

    private static final String STYLE = """
            body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
            table { border-collapse: collapse; width: 100% }
            th, td { text-align: left; padding: .5rem; border-bottom: 1px solid #ccc; overflow-wrap: anywhere }
            iframe { width: 100%; height: 30rem; border: 1px solid #ccc }
            pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #f4f4f4; padding: 1rem }
            """;

    private final MailFolder folder;
    private final String host;
    private final int port;
    private @Nullable Undertow server;

    MailPage(MailFolder folder, String host, int port) {
        this.folder = folder;
        this.host = host;
        this.port = port;
    }

    void start() {
        Undertow started = Undertow.builder()
                .addHttpListener(port, host)
                .setIoThreads(1)
                .setWorkerThreads(1)
                .setHandler(new BlockingHandler(this))
                .build();
        started.start();
        server = started;
    }

    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    URI address() {
        return URI.create("http://" + host + ":" + port + "/");
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, "text/html; charset=UTF-8")
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(new HttpString("Content-Security-Policy"), POLICY)
                .put(new HttpString("Referrer-Policy"), "no-referrer");
        String path = exchange.getRequestPath();
        Optional<String> page = path.startsWith(LETTERS)
                ? folder.find(path.substring(LETTERS.length())).map(MailPage::letter)
                : Optional.of(list(folder.letters()));
        if (page.isEmpty()) {
            exchange.setStatusCode(StatusCodes.NOT_FOUND);
        }
        exchange.getResponseSender().send(page.orElseGet(() -> page("Not found", "<p>There is no such letter.</p>")));
    }

    private static String list(List<Letter> letters) {
        String rows = letters.stream()
                .map(letter -> "<tr><td>%s</td><td>%s</td><td><a href=\"%s%s\">%s</a></td></tr>"
                        .formatted(
                                TIME.format(letter.sent()),
                                escaped(letter.to()),
                                LETTERS,
                                letter.id(),
                                escaped(letter.subject())))
                .collect(Collectors.joining("\n"));
        return page(
                "Letters",
                letters.isEmpty()
                        ? "<p>No letter has been sent yet.</p>"
                        : "<table><tr><th>Sent</th><th>To</th><th>Subject</th></tr>" + rows + "</table>");
    }

    private static String letter(Letter letter) {
        String text = ADDRESS.matcher(escaped(letter.text())).replaceAll("<a href=\"$0\">$0</a>");
        String html = letter.html().isEmpty()
                ? ""
                : "<h2>HTML</h2><iframe title=\"HTML\" sandbox=\"allow-top-navigation-by-user-activation\" srcdoc=\"%s\"></iframe>"
                        .formatted(escaped(PREVIEW + letter.html()));
        return page(
                letter.subject(),
                "<p><a href=\"/\">All letters</a></p><p>To %s, %s</p><h2>Text</h2><pre>%s</pre>%s"
                        .formatted(escaped(letter.to()), TIME.format(letter.sent()), text, html));
    }

    private static String page(String title, String content) {
        return ("<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\">"
                        + "<meta name=\"viewport\" content=\"width=device-width\"><title>%1$s</title>"
                        + "<style>%2$s</style></head><body><h1>%1$s</h1>%3$s</body></html>")
                .formatted(escaped(title), STYLE, content);
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
