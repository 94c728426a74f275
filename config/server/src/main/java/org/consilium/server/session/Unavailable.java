package org.consilium.server.session;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.apache.catalina.connector.Response;

/** The answer while the sessions cannot be reached. It needs no application and no session. */
final class Unavailable {
    private static final String RETRY_AFTER_SECONDS = "2";
    private static final String PAGE = page();
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(style()) + "'; base-uri 'none'; frame-ancestors 'none'";

    private Unavailable() {}

    static void answer(Response response) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        // what was to be a redirect takes no other answer
        response.setSuspended(false);
        response.reset();
        response.setStatus(HttpServletResponse.SC_SERVICE_UNAVAILABLE);
        response.setHeader("Retry-After", RETRY_AFTER_SECONDS);
        response.setHeader("Cache-Control", "no-store");
        response.setHeader("Content-Security-Policy", POLICY);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setContentType("text/html;charset=UTF-8");
        response.getOutputStream().write(PAGE.getBytes(StandardCharsets.UTF_8));
    }

    private static String page() {
        try (InputStream page = Unavailable.class.getResourceAsStream("unavailable.html")) {
            if (page == null) {
                throw new IllegalStateException("unavailable.html is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * What stands between the tags: by its digest a browser knows that it is ours (Content Security Policy Level 3).
     */
    private static String style() {
        String tag = "<style>";
        return PAGE.substring(PAGE.indexOf(tag) + tag.length(), PAGE.indexOf("</style>"));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
