package org.consilium.web.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.server.api.RequestAttributes;

/** Turns failures that a page did not handle into error pages; unexpected ones are logged as such. */
@WebFilter(filterName = "FaultFilter")
public class FaultFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Logger LOG = Logger.getLogger(FaultFilter.class.getName());

    /** The value of Retry-After while a back end does not answer. */
    public static final String SECONDS_TO_WAIT = "5";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted()) {
                throw failure;
            }
            answer(failure, request, response);
        }
    }

    /** Logs a failure according to its kind, and returns the kind. */
    public static Fault report(Throwable failure, HttpServletRequest request) {
        boolean away = request.getAttribute(RequestAttributes.SESSION_FAILED) != null;
        Fault fault = away ? Fault.UNAVAILABLE : Fault.of(failure);
        if (fault == Fault.UNFORESEEN) {
            LOG.log(Level.SEVERE, "a page failed", failure);
        } else if (fault == Fault.UNAVAILABLE) {
            LOG.log(Level.WARNING, "a back end does not answer", failure);
        }
        return fault;
    }

    /** Logs a failure as its kind demands, and answers it by the error page of its kind. */
    public static void answer(Throwable failure, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Fault fault = report(failure, request);
        if (fault == Fault.UNAVAILABLE || fault == Fault.BUSY) {
            response.setHeader("Retry-After", SECONDS_TO_WAIT);
        }
        response.sendError(fault.status());
    }
}
