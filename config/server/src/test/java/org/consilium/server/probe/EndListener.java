package org.consilium.server.probe;

import jakarta.servlet.annotation.WebListener;
import jakarta.servlet.http.HttpSessionEvent;
import jakarta.servlet.http.HttpSessionListener;

/** Reports the end of a session, and its content. */
@WebListener
public class EndListener implements HttpSessionListener {
    @Override
    public void sessionDestroyed(HttpSessionEvent event) {
        System.out.println("session destroyed, label=" + event.getSession().getAttribute("label"));
    }
}
