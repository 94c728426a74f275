package org.consilium.web.account.trail;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.audit.Origin;
import org.consilium.audit.RequestTrail;
import org.consilium.platform.PublicIds;
import org.consilium.web.account.device.DeviceCookie;

/** Tells the audit trail where each request comes from. */
@WebFilter(filterName = "OriginFilter")
public class OriginFilter extends HttpFilter {
    @Serial
    private static final long serialVersionUID = 1L;

    /** The load balancer's id of a request, which its log has as well. */
    private static final String TRACE = "X-Amzn-Trace-Id";

    private static final Pattern ROOT = Pattern.compile("(?:^|;)Root=([A-Za-z0-9-]{1,40})(?:;|$)");

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        RequestTrail.open(new Origin(request.getRemoteAddr(), DeviceCookie.id(request), id(request)));
        try {
            chain.doFilter(request, response);
        } finally {
            RequestTrail.close();
        }
    }

    private static String id(HttpServletRequest request) {
        Matcher root = ROOT.matcher(Objects.toString(request.getHeader(TRACE), ""));
        return root.find() ? root.group(1) : PublicIds.next();
    }
}
