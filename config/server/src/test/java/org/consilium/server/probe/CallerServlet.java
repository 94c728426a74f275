package org.consilium.server.probe;

import jakarta.annotation.security.DeclareRoles;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.security.enterprise.SecurityContext;
import jakarta.servlet.annotation.HttpConstraint;
import jakarta.servlet.annotation.ServletSecurity;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;
import org.consilium.server.api.AccountSession;
import org.consilium.server.api.AccountSessions;

/** Admits only callers who are signed in, and says who they are. */
@WebServlet("/caller")
@ServletSecurity(@HttpConstraint(rolesAllowed = "staff"))
@DeclareRoles({"staff", "guest"})
public class CallerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Inject
    private transient Instance<AccountSessions> sessions;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String description = request.getParameter("description");
        if (description != null) {
            request.getSession().setAttribute(AccountSession.DESCRIPTION, description);
        }
        PrintWriter out = response.getWriter();
        String title = security.getPrincipalsByType(ProbeCaller.class).stream()
                .map(ProbeCaller::title)
                .findFirst()
                .orElse("none");
        out.print("user=" + request.getUserPrincipal().getName() + " title=" + title + " staff="
                + request.isUserInRole("staff") + " guest=" + request.isUserInRole("guest")
                + accountSessions(request));
    }

    /** Lists or ends sessions of the account, as the query says. */
    private String accountSessions(HttpServletRequest request) {
        String account = request.getUserPrincipal().getName();
        String own = sessions.get().handle(request.getSession().getId());
        List<AccountSession> listed = sessions.get().list(account);
        List<String> all = listed.stream().map(AccountSession::handle).toList();
        return switch (String.valueOf(request.getQueryString())) {
            case "sessions" -> " " + all.size();
            case "list" -> listed.stream().map(CallerServlet::line).collect(Collectors.joining());
            case "endOne" ->
                " ended=" + sessions.get().end(account, all.getLast().equals(own) ? all.getFirst() : all.getLast());
            case "endAll" -> " ended=" + sessions.get().endAll(account, "");
            case "endOthers" -> " ended=" + sessions.get().endAll(account, own);
            default -> "";
        };
    }

    private static String line(AccountSession session) {
        return "\n"
                + String.join(
                        " ",
                        session.handle(),
                        session.began().toString(),
                        session.lastUsed().toString(),
                        session.endsAt().toString(),
                        session.description());
    }
}
