package org.consilium.web.site;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import org.consilium.image.ImageOrigins;
import org.consilium.web.asset.Assets;

/**
 * Sets the security headers of every response, which forbid the browser everything that our pages never do: they have
 * no inline script and no inline style.
 */
@WebFilter(filterName = "ResponseHeadersFilter")
public class ResponseHeadersFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    /** For scripts and styles, to which no policy of a page applies, and drawings: a page loads dozens of them. */
    private static final String NOTHING = "default-src 'none'";

    private static final String YEAR = "max-age=31536000; includeSubDomains";

    @Inject
    private transient ImageOrigins images;

    /** Built with the first response; two concurrent ones build the same. */
    private volatile String policy = "";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        response.setHeader("X-Content-Type-Options", "nosniff");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
        if (request.getRequestURI().startsWith(request.getContextPath() + Assets.ADDRESS)) {
            response.setHeader("Content-Security-Policy", NOTHING);
        } else {
            protectPage(response);
        }
        chain.doFilter(request, response);
    }

    private void protectPage(HttpServletResponse response) {
        if (policy.isEmpty()) {
            policy = policy();
        }
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()");
        response.setHeader("Cache-Control", "no-store");
    }

    private String policy() {
        return "default-src 'none'; script-src 'self'; object-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' blob: "
                + images.origin()
                + "; connect-src 'self' " + images.uploadOrigin()
                + "; media-src 'none'; frame-src 'none'; worker-src 'none'; manifest-src 'self'"
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
