package org.consilium.server.probe;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads a form with files, and ends as the query string says: at once, with an exception, or on another thread. */
@WebServlet(urlPatterns = "/form", asyncSupported = true)
@MultipartConfig(fileSizeThreshold = 64 * 1024)
public class FormServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws IOException, ServletException {
        String answer =
                "read " + request.getParts().stream().mapToLong(Part::getSize).sum();
        switch (String.valueOf(request.getQueryString())) {
            case "fail" -> throw new IllegalStateException("probe fails");
            case "later" -> {
                AsyncContext later = request.startAsync();
                later.start(() -> complete(later, answer));
            }
            default -> response.getWriter().print(answer);
        }
    }

    private static void complete(AsyncContext later, String answer) {
        try {
            later.getResponse().getWriter().print(answer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            later.complete();
        }
    }
}
