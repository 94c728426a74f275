package org.consilium.web.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import org.consilium.web.compression.PageBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The response to a page, which is sent as a whole and compressed. Once the page has failed, nothing more is written:
 * the container closes the response of a page, and the fault could not be answered any more.
 */
public final class PageResponse extends HttpServletResponseWrapper {

    /** The request attribute with the exception by which the page has failed. */
    public static final String FAILURE = PageResponse.class.getName() + ".failure";

    private final HttpServletRequest request;
    private final @Nullable PageBuffer buffer;

    PageResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
        this.buffer = PageBuffer.isFor(request) ? new PageBuffer(response) : null;
    }

    /** Sends the page, unless the container has already done so by closing the response. */
    void finish() throws IOException {
        if (buffer != null && !isFailed()) {
            buffer.close();
        }
    }

    private boolean isFailed() {
        return request.getAttribute(FAILURE) != null;
    }

    @Override
    public ServletOutputStream getOutputStream() throws IOException {
        return isFailed() ? new Nowhere() : super.getOutputStream();
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (isFailed()) {
            return new PrintWriter(Writer.nullWriter());
        }
        return buffer == null ? super.getWriter() : buffer.writer();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isFailed() && buffer == null) {
            super.flushBuffer();
        }
    }

    @Override
    public void resetBuffer() {
        if (buffer != null) {
            buffer.clear();
        }
        super.resetBuffer();
    }

    @Override
    public void reset() {
        if (buffer != null) {
            buffer.clear();
        }
        super.reset();
    }

    @Override
    public void sendError(int status) throws IOException {
        discard();
        super.sendError(status);
    }

    @Override
    public void sendError(int status, String message) throws IOException {
        discard();
        super.sendError(status, message);
    }

    @Override
    public void sendRedirect(String location) throws IOException {
        discard();
        super.sendRedirect(location);
    }

    private void discard() {
        if (buffer != null) {
            buffer.discard();
        }
    }

    /** Discards what is written. */
    private static final class Nowhere extends ServletOutputStream {

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("a page is not written asynchronously");
        }

        @Override
        public void write(int octet) {
            // discarded
        }
    }
}
