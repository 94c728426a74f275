package org.consilium.server.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.security.Principal;

/** A page that uses the given milliseconds of CPU time, however long that takes. */
@WebServlet("/work")
public class WorkServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private static final long MILLISECOND = 1_000_000;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long end = threads.getCurrentThreadCpuTime() + MILLISECOND * Long.parseLong(request.getParameter("ms"));
        while (threads.getCurrentThreadCpuTime() < end) {
            Thread.onSpinWait();
        }
        Principal caller = request.getUserPrincipal();
        response.setContentType("text/html");
        response.getWriter().print("worked for " + (caller == null ? "anybody" : caller.getName()));
    }
}
