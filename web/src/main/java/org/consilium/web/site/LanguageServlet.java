package org.consilium.web.site;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.Serial;
import java.time.Duration;
import java.util.Optional;

/** Remembers the language that a person chooses, and returns to the page they were on. */
@WebServlet(LanguageServlet.PATH + "*")
public class LanguageServlet extends HttpServlet {

    @Serial
    private static final long serialVersionUID = 1L;

    /** The beginning of the addresses that choose a language, each followed by its code. */
    static final String PATH = "/language/";

    private static final Duration REMEMBERED = Duration.ofDays(365);

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String code = Optional.ofNullable(request.getPathInfo()).orElse("/").substring(1);
        Optional<Language> language = Language.of(code);
        if (language.isEmpty()) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return;
        }
        Cookie cookie = new Cookie(Language.COOKIE, language.get().code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setSecure(request.isSecure());
        cookie.setAttribute("SameSite", "Lax");
        cookie.setMaxAge((int) REMEMBERED.toSeconds());
        response.addCookie(cookie);
        response.sendRedirect(Continuation.of(request.getParameter(RouteFilter.CONTINUE), Page.LANDING));
    }
}
