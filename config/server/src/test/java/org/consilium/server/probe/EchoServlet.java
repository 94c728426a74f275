package org.consilium.server.probe;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.eclipse.microprofile.health.Readiness;

/**
 * Describes the request as the application sees it; {@code type} sets the content type, {@code spaces} how many follow,
 * {@code ready} the back end.
 */
@WebServlet(urlPatterns = {"/echo", "/metrics", "/openapi"})
public class EchoServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    @Readiness
    private transient ProbeReadiness readiness;

    @Resource
    private transient DataSource database;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getParameter("ready") != null) {
            readiness.set(Boolean.parseBoolean(request.getParameter("ready")));
        }
        String spaces = request.getParameter("spaces");
        String type = request.getParameter("type");
        response.setContentType(type == null ? "text/plain" : type);
        response.getWriter()
                .print("secure=" + request.isSecure() + " client=" + request.getRemoteAddr() + " forwarded="
                        + forwarded(request) + " ".repeat(spaces == null ? 4000 : Integer.parseInt(spaces)));
    }

    /** The names of the headers by which a proxy describes the original request. */
    private static List<String> forwarded(HttpServletRequest request) {
        return Collections.list(request.getHeaderNames()).stream()
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> name.contains("forwarded"))
                .sorted()
                .toList();
    }

    /** Queries a database through the server's connection pool. */
    @Override
    protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try (Connection connection = database.getConnection()) {
            response.getWriter().print("valid=" + connection.isValid(5));
        } catch (SQLException e) {
            throw new IOException(e);
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.getWriter()
                .print("field=" + String.valueOf(request.getParameter("field")).length());
    }
}
