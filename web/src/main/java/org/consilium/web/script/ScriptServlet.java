package org.consilium.web.script;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Serves the ES modules of this release, which browsers keep for a year.
 *
 * <p>During a rolling upgrade the page may come from one release and the request for its script reach the other.
 * Scripts of two releases must not be mixed, so that request is redirected to the same address: the balancer leads it
 * to another node. A browser gives up after twenty redirects, and the page works without scripts.
 */
@WebServlet(Scripts.ADDRESS + "*")
public class ScriptServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Pattern PATH = Pattern.compile("/([0-9a-f]{16})/([a-z/-]{1,64}\\.js)");
    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    private transient Scripts scripts;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Matcher path = PATH.matcher(Objects.toString(request.getPathInfo(), ""));
        if (!path.matches()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (path.group(1).equals(scripts.modules().version())) {
            send(scripts.modules().module(path.group(2)), response);
        } else {
            response.setHeader("Cache-Control", "no-store");
            response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
            response.setHeader(
                    "Location",
                    request.getContextPath() + Scripts.ADDRESS + path.group().substring(1));
        }
    }

    private static void send(Optional<byte[]> module, HttpServletResponse response) throws IOException {
        if (module.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", FOREVER);
        response.setContentType("text/javascript;charset=UTF-8");
        response.setContentLength(module.get().length);
        response.getOutputStream().write(module.get());
    }
}
