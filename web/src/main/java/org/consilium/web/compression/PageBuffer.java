package org.consilium.web.compression;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.Locale;

/** Collects a page for a browser that takes gzip, and sends it as a whole: compressed, if it is HTML. */
public final class PageBuffer extends Writer {

    private static final String GZIP = "gzip";
    private static final int USUAL_LENGTH = 16384;

    private final HttpServletResponse response;
    private final PrintWriter writer = new PrintWriter(this);
    private final StringBuilder page = new StringBuilder(USUAL_LENGTH);
    private boolean over;

    /** Nothing is sent to the response before the writer is closed. */
    public PageBuffer(HttpServletResponse response) {
        super();
        this.response = response;
    }

    /** Whether the sender of a request takes gzip (RFC 9110, 12.5.3). */
    public static boolean isFor(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept-Encoding")).stream()
                .flatMap(header -> Arrays.stream(header.toLowerCase(Locale.ROOT).split(",", -1)))
                .map(coding -> coding.replaceAll("\\s", ""))
                .anyMatch(coding -> coding.equals(GZIP) || coding.matches("gzip;q=(1|0\\.0*[1-9]).*"));
    }

    /** What writes to this buffer; closing it sends the page. */
    public PrintWriter writer() {
        return writer;
    }

    @Override
    public void write(char[] characters, int from, int length) {
        page.append(characters, from, length);
    }

    @Override
    public void write(String text, int from, int length) {
        page.append(text, from, from + length);
    }

    /** The page is sent only as a whole. */
    @Override
    public void flush() {
        // waits for the end
    }

    /** Forgets what was written. */
    public void clear() {
        page.setLength(0);
    }

    /** Sends nothing: the response has another answer. */
    public void discard() {
        clear();
        over = true;
    }

    @Override
    public void close() throws IOException {
        if (over || page.isEmpty()) {
            return;
        }
        over = true;
        byte[] content = page.toString().getBytes(StandardCharsets.UTF_8);
        String type = response.getContentType();
        if (type != null && type.startsWith("text/html")) {
            content = PageGzip.compress(content, content.length);
            response.setHeader("Content-Encoding", GZIP);
        }
        response.setContentLength(content.length);
        response.getOutputStream().write(content);
    }
}
