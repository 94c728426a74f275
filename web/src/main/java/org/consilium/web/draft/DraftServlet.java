package org.consilium.web.draft;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.consilium.access.Caller;
import org.consilium.draft.DraftPlace;
import org.consilium.draft.DraftService;
import org.consilium.draft.SavedDraft;
import org.consilium.limit.LimitReachedException;
import org.consilium.web.site.SameOrigin;
import org.consilium.web.site.TooManyRequests;
import org.consilium.web.site.Visitor;

/**
 * Drafts of the pages that are open: {@code GET} and {@code PUT /draft/<form>/<path of the page>}. The header
 * {@code Draft-Version} has the version that a text began with, or was saved as. A draft that another tab or device has
 * saved since is answered with 409 and the present text, which is empty if the form was sent; one that is too long with
 * 413. Both need the header {@code Shown-To}: a page that one person has left open does not read or write drafts of the
 * next.
 */
@WebServlet("/draft/*")
public class DraftServlet extends HttpServlet {
    private static final String VERSION = "Draft-Version";

    /** The header with the public id of the person whose page sends the request. */
    private static final String SHOWN_TO = "Shown-To";

    @Serial
    private static final long serialVersionUID = 1L;

    @Inject
    private transient DraftService drafts;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Optional<DraftPlace> place =
                DraftPlace.of(Objects.toString(request.getPathInfo(), "/").substring(1));
        Optional<Caller> visitor = Visitor.of(request);
        if (place.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
        } else if (visitor.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (!SameOrigin.sent(request) || !visitor.get().getName().equals(request.getHeader(SHOWN_TO))) {
            response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
        } else {
            answer(place.get(), request, response);
        }
    }

    private void answer(DraftPlace place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setStatus(HttpServletResponse.SC_NO_CONTENT);
        switch (request.getMethod()) {
            case "GET" -> show(place, HttpServletResponse.SC_OK, response);
            case "PUT" -> save(place, request, response);
            default -> response.setStatus(HttpServletResponse.SC_METHOD_NOT_ALLOWED);
        }
    }

    private void save(DraftPlace place, HttpServletRequest request, HttpServletResponse response) throws IOException {
        byte[] text = request.getInputStream().readNBytes(DraftService.MAX_BYTES + 1);
        if (text.length > DraftService.MAX_BYTES) {
            response.setStatus(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
            return;
        }
        try {
            OptionalLong saved = drafts.save(place, new String(text, StandardCharsets.UTF_8), version(request));
            if (saved.isPresent()) {
                response.setHeader(VERSION, String.valueOf(saved.getAsLong()));
            } else {
                response.setStatus(HttpServletResponse.SC_CONFLICT);
                show(place, HttpServletResponse.SC_CONFLICT, response);
            }
        } catch (LimitReachedException reached) {
            response.setStatus(TooManyRequests.STATUS);
            response.setHeader("Retry-After", String.valueOf(TooManyRequests.seconds(reached)));
        }
    }

    private static long version(HttpServletRequest request) {
        try {
            return Long.parseLong(Objects.toString(request.getHeader(VERSION), "0"));
        } catch (NumberFormatException malformed) {
            return 0;
        }
    }

    private void show(DraftPlace place, int status, HttpServletResponse response) throws IOException {
        Optional<SavedDraft> found = drafts.find(place);
        found.ifPresent(draft -> response.setHeader(VERSION, String.valueOf(draft.version())));
        if (found.isPresent() && !found.get().text().isEmpty()) {
            response.setStatus(status);
            response.setContentType("text/plain;charset=UTF-8");
            response.getOutputStream().write(found.get().text().getBytes(StandardCharsets.UTF_8));
        }
    }
}
