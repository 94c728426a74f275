package org.consilium.server.probe;

import jakarta.annotation.security.DeclareRoles;
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

/** Lets in only those who are signed in, and says who they are. */
@WebServlet("/caller")
@ServletSecurity(@HttpConstraint(rolesAllowed = "staff"))
@DeclareRoles({"staff", "guest"})
public class CallerServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    private transient SecurityContext security;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        PrintWriter out = response.getWriter();
        String title = security.getPrincipalsByType(ProbeCaller.class).stream()
                .map(ProbeCaller::title)
                .findFirst()
                .orElse("none");
        out.print("user=" + request.getUserPrincipal().getName() + " title=" + title + " staff="
                + request.isUserInRole("staff") + " guest=" + request.isUserInRole("guest"));
    }
}
