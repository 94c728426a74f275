package org.consilium.server.probe;

import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;

/**
 * Delays the start of the application until the test continues it: it connects to the port in the environment, and
 * waits until the connection is closed. Without a port there is no delay.
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
