package org.consilium.web.site;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.util.Optional;

/** Remembers the language that a person chooses, and returns to the page they were on. */
@WebServlet(LanguageServlet.PATH + "*")
public class LanguageServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The beginning of the addresses that choose a language, each followed by its code. */
    static final String PATH = "/language/";

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        LanguageCookie.set(language.get(), request, response);
        response.sendRedirect(Continuation.of(request.getParameter(RouteFilter.CONTINUE), Page.LANDING));
    }
}
