package org.consilium.web.notice;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.nio.charset.StandardCharsets;
import org.consilium.web.site.Visitor;

/** Gives pages that cannot open a web socket the current version, to compare with their own. */
@WebServlet(LiveEndpoint.PATH)
public class LiveServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The header with the public id of the person who is signed in now: a page of somebody else is left. */
    private static final String READER = "Signed-In-As";

    @Inject
    private transient LiveBacking live;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        Visitor.of(request).ifPresent(reader -> response.setHeader(READER, reader.getName()));
        response.setContentType("text/plain;charset=UTF-8");
        response.getOutputStream().write(live.getVersion().getBytes(StandardCharsets.UTF_8));
    }
}
