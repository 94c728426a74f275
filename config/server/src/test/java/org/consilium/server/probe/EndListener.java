package org.consilium.server.probe;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Says when a session ends, and what was in it. */
@WebListener
public class EndListener implements HttpSessionListener {
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        System.out.println("session destroyed, mark=" + event.getSession().getAttribute("mark"));
    }
}
