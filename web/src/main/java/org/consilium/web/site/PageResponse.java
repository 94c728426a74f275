package org.consilium.web.site;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;

/**
 * The response to a page. Once the page has failed, nothing more is written: the container closes the response of a
 * page, and the fault could not be answered any more.
 */
public final class PageResponse extends HttpServletResponseWrapper {

    /** The request attribute with the exception by which the page has failed. */
    public static final String FAILURE = PageResponse.class.getName() + ".failure";

    private final HttpServletRequest request;

    PageResponse(HttpServletRequest request, HttpServletResponse response) {
        super(response);
        this.request = request;
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
        return isFailed() ? new PrintWriter(Writer.nullWriter()) : super.getWriter();
    }

    @Override
    public void flushBuffer() throws IOException {
        if (!isFailed()) {
            super.flushBuffer();
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
