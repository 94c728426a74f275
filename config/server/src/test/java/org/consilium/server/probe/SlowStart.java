package org.consilium.server.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Holds up the start of the application until the test lets it go on: it calls the port that the environment names, and
 * waits for the line to drop. Without a port it is quick.
 */
@WebServlet(urlPatterns = "/slow-start", loadOnStartup = 1)
public class SlowStart extends HttpServlet {
    /** The name of the variable. */
    public static final String PORT = "PROBE_SLOW_START_PORT";

    private static final long serialVersionUID = 1L;

    @Override
    public void init() throws ServletException {
        String port = System.getenv(PORT);
        if (port != null) {
            try (Socket test = new Socket(InetAddress.getLoopbackAddress(), Integer.parseInt(port))) {
                int unused = test.getInputStream().read();
            } catch (IOException e) {
                throw new ServletException(e);
            }
        }
    }
}
