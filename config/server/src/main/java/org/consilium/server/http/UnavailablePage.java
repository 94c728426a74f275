package org.consilium.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/** The page of a 503 response, which asks to try again. It needs no application and no session. */
public final class UnavailablePage {
    public static final String TYPE = "text/html;charset=UTF-8";

    private static final String PAGE = page();
    private static final byte[] BYTES = PAGE.getBytes(StandardCharsets.UTF_8);
    private static final String POLICY =
            "default-src 'none'; style-src 'sha256-" + digest(style()) + "'; base-uri 'none'; frame-ancestors 'none'";

    private UnavailablePage() {}

    /** The page, in UTF-8. */
    public static byte[] bytes() {
        return BYTES.clone();
    }

    /**
     * The headers that go with the page, beside its content type.
     *
     * @param seconds after which to try again
     */
    public static Map<String, String> headers(int seconds) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Retry-After", Integer.toString(seconds));
        headers.put("Cache-Control", "no-store");
        headers.put("Content-Security-Policy", POLICY);
        headers.put("Referrer-Policy", "no-referrer");
        return headers;
    }

    private static String page() {
        try (InputStream page = UnavailablePage.class.getResourceAsStream("unavailable.html")) {
            if (page == null) {
                throw new IllegalStateException("unavailable.html is missing");
            }
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The inline style sheet, which the policy allows by its digest (Content Security Policy Level 3). */
    private static String style() {
        String tag = "<style>";
        return PAGE.substring(PAGE.indexOf(tag) + tag.length(), PAGE.indexOf("</style>"));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
