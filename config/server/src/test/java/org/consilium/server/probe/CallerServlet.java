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
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import javax.management.JMException;
import javax.management.ObjectName;

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
                + request.isUserInRole("staff") + " guest=" + request.isUserInRole("guest")
                + sessions(request));
    }

    /** What is asked about all sessions of the account, of the server's management bean. */
    private static String sessions(HttpServletRequest request) throws IOException {
        String what = String.valueOf(request.getQueryString());
        try {
            String account = request.getUserPrincipal().getName();
            String own = (String) bean("handle", request.getSession().getId());
            String[] all = (String[]) bean("list", account);
            return switch (what) {
                case "sessions" -> " " + all.length;
                case "endOne" ->
                    " ended=" + bean("end", account, all[all.length - 1].equals(own) ? all[0] : all[all.length - 1]);
                case "endOthers" -> " ended=" + bean("endAll", account, own);
                default -> "";
            };
        } catch (JMException e) {
            throw new IOException(e);
        }
    }

    private static Object bean(String operation, String... arguments) throws JMException {
        String[] types = new String[arguments.length];
        Arrays.fill(types, String.class.getName());
        return ManagementFactory.getPlatformMBeanServer()
                .invoke(new ObjectName("org.consilium:type=AccountSessions"), operation, arguments, types);
    }
}
