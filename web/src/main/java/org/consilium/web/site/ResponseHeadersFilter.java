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

/**
 * Sets the security headers of every response, which forbid the browser everything that our pages never do: they have
 * no inline script and no inline style.
 */
@WebFilter(filterName = "ResponseHeadersFilter")
public class ResponseHeadersFilter extends HttpFilter {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final String RESOURCES = "/jakarta.faces.resource/";
    private static final String YEAR = "max-age=31536000; includeSubDomains";

    @Inject
    private transient ImageOrigins images;

    /** Built with the first response; two concurrent ones build the same. */
    private volatile String policy = "";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (policy.isEmpty()) {
            policy = policy();
        }
        response.setHeader("Content-Security-Policy", policy);
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Permissions-Policy", "geolocation=(), microphone=(), payment=(), usb=()");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", YEAR);
        }
        if (!request.getRequestURI().startsWith(request.getContextPath() + RESOURCES)) {
            response.setHeader("Cache-Control", "no-store");
        }
        chain.doFilter(request, response);
    }

    private String policy() {
        return "default-src 'none'; script-src 'self'; object-src 'none'; style-src 'self'; font-src 'self'; img-src 'self' blob: "
                + images.origin()
                + "; connect-src 'self' " + images.uploadOrigin()
                + "; media-src 'none'; frame-src 'none'; worker-src 'none'; manifest-src 'self'"
                + "; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    }
}
