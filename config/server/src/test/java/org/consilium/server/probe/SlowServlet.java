package org.consilium.server.probe;

import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/** Answers when the test says so: it connects to the test's port, and waits until the test closes the connection. */
@WebServlet("/slow")
public class SlowServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
        int port = Integer.parseInt(request.getParameter("port"));
        try (Socket test = new Socket(InetAddress.getLoopbackAddress(), port)) {
            test.setSoTimeout(30_000);
            int end = test.getInputStream().read();
            response.getWriter().print("done " + end);
        }
    }
}
