package org.consilium.web.asset;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.web.address.Address;

/**
 * Serves the files of this release, which browsers keep for a year.
 *
 * <p>During a rolling upgrade the page may come from one release and the request for its file reach the other. Files of
 * two releases must not be mixed, so that request is redirected to the same address: the balancer leads it to another
 * node. A browser gives up after twenty redirects, and the page works without scripts.
 */
@WebServlet(Assets.ADDRESS + "*")
public class AssetServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    private static final Map<String, String> TYPES = Map.of(
            "js", "text/javascript;charset=UTF-8",
            "css", "text/css;charset=UTF-8",
            "svg", "image/svg+xml");

    private static final Pattern PATH =
            Pattern.compile("/(scripts|assets)/([0-9a-f]{16})/([a-z/-]{1,64}\\.(js|css|svg))");

    /** The stylesheets of releases whose pages link them as resources of Faces. */
    private static final Pattern FORMER = Pattern.compile("/(consilium|print)\\.css\\.xhtml");

    private static final String FOREVER = "public, max-age=31536000, immutable";

    @Inject
    private transient Assets assets;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String asked = Objects.toString(request.getPathInfo(), "");
        Matcher path = PATH.matcher(asked);
        Matcher former = FORMER.matcher(asked);
        if (path.matches()) {
            Optional<AssetSet> set = assets.set(path.group(1), path.group(2));
            if (set.isPresent()) {
                send(set.get().file(path.group(3)), path.group(4), response);
            } else {
                tryAnotherNode(address(request, path), response);
            }
        } else if (former.matches()) {
            tryAnotherNode(address(request, former).with("ln", "consilium"), response);
        } else {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        }
    }

    private static Address address(HttpServletRequest request, Matcher asked) {
        return Address.of(
                request.getContextPath() + Assets.ADDRESS + asked.group().substring(1));
    }

    private static void tryAnotherNode(Address same, HttpServletResponse response) {
        response.setHeader("Cache-Control", "no-store");
        response.setStatus(HttpServletResponse.SC_TEMPORARY_REDIRECT);
        response.setHeader("Location", same.toString());
    }

    private static void send(Optional<byte[]> file, String ending, HttpServletResponse response) throws IOException {
        if (file.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        response.setHeader("Cache-Control", FOREVER);
        response.setContentType(TYPES.get(ending));
        response.setContentLength(file.get().length);
        response.getOutputStream().write(file.get());
    }
}
