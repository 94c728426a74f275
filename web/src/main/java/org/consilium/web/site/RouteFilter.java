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
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.consilium.access.Caller;
import org.consilium.audit.VisitTrailService;
import org.consilium.web.address.Address;
import org.consilium.web.asset.Assets;

/**
 * Routes each address to its page, if the visitor may open it: people who have not signed in are sent to the sign-in
 * page first, and for a role that may not open a page, the page does not exist.
 */
@WebFilter(filterName = "RouteFilter")
public class RouteFilter extends HttpFilter {

    /** The request attribute with the public id in the address. */
    public static final String RECORD = "org.consilium.web.record";

    /** The request attribute with the page. */
    public static final String PAGE = "org.consilium.web.page";

    /** The parameter that tells the sign-in page where to continue. */
    public static final String CONTINUE = "continue";

    /** The parameter that tells the sign-in page that a session has ended. */
    public static final String ENDED = "ended";

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Set<String> READING = Set.of("GET", "HEAD");

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST");

    private static final Set<String> KNOWN = Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS");

    /** The beginning of the names of servlets that check the caller themselves or show nothing about a person. */
    private static final String OTHER_SERVLETS = "org.consilium.";

    /** The server itself answers these, and others below them as well. */
    private static final Pattern HEALTH = Pattern.compile("/health(/(live|ready|started))?/?");

    @Inject
    private transient Assets assets;

    @Inject
    private transient VisitTrailService trail;

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        if (!isPlain(path, request)) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        // to a method that they do not know, servlets would answer 501, as if the server had failed
        if (!KNOWN.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
            return;
        }
        if (isForOthers(path, request)) {
            chain.doFilter(request, response);
            return;
        }
        Optional<Page> page = Page.at(path);
        Optional<String> meant = READING.contains(request.getMethod()) ? Page.meant(path) : Optional.empty();
        if (meant.isPresent()) {
            lead(meant.get(), request, response);
        } else if (page.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (!METHODS.contains(request.getMethod())) {
            response.sendError(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        } else {
            open(page.get(), path, request, response);
        }
    }

    /** To the page that was meant, with the same query. */
    private static void lead(String meant, HttpServletRequest request, HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_MOVED_PERMANENTLY);
        response.setHeader(
                "Location", request.getContextPath() + Address.shown(request).to(meant));
    }

    /** Whether the server has found another servlet than that of pages for exactly this path. */
    private static boolean isForOthers(String path, HttpServletRequest request) {
        String servlet = String.valueOf(request.getHttpServletMapping().getServletName());
        return servlet.startsWith(OTHER_SERVLETS) || HEALTH.matcher(path).matches();
    }

    /**
     * Whether the server reads the path as it is written. One with "..", ";" or "%2e" is refused: it could lead past
     * this filter.
     */
    private static boolean isPlain(String path, HttpServletRequest request) {
        return path.equals(request.getServletPath() + Objects.toString(request.getPathInfo(), ""));
    }

    private void open(Page page, String path, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        Optional<Caller> visitor = Visitor.of(request);
        if (!page.isPublic() && visitor.isEmpty()) {
            sendToSignIn(
                    request.getContextPath(),
                    Address.shown(request).toString(),
                    !request.getMethod().equals("GET"),
                    response);
        } else if (visitor.isPresent() && !page.isOpenTo(visitor.get().role())) {
            trail.refused(page, page.idIn(path));
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else {
            request.setAttribute(RECORD, page.recordIn(path));
            request.setAttribute(PAGE, page);
            show(page, request, response);
        }
    }

    /** A failure that left the page's servlet would be logged by the container, too, as if each were the server's. */
    private void show(Page page, HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        // the browser asks for it before it has read the page
        response.setHeader("Link", "<" + assets.address("consilium.css") + ">; rel=preload; as=style");
        PageResponse shown = new PageResponse(request, response);
        request.getRequestDispatcher(page.view()).forward(request, shown);
        shown.finish();
        if (request.getAttribute(PageResponse.FAILURE) instanceof Throwable failure) {
            FaultFilter.answer(failure, request, response);
        }
    }

    /**
     * Sends people to the sign-in page, which says whether a session has ended, as after a form that came too late.
     * What was typed is in a draft.
     *
     * @param address where they go on then
     */
    public static void sendToSignIn(String context, String address, boolean ended, HttpServletResponse response) {
        Address target = Address.of(Page.SIGN_IN.path()).with(CONTINUE, address).with(ENDED, ended ? "true" : null);
        response.setStatus(HttpServletResponse.SC_SEE_OTHER);
        response.setHeader("Location", context + target);
    }
}
