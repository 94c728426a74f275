package org.consilium.server.session;

import jakarta.servlet.ServletRequestAttributeEvent;
import jakarta.servlet.ServletRequestAttributeListener;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.consilium.server.api.RequestAttributes;

/** Saves the session when the application says that its page is complete. */
final class PageCompleteListener implements ServletRequestAttributeListener {
    @Override
    public void attributeAdded(ServletRequestAttributeEvent event) {
        if (event.getName().equals(RequestAttributes.SESSION_COMPLETE) && Boolean.TRUE.equals(event.getValue())) {
            RequestSession.current().ifPresent(PageCompleteListener::complete);
        }
    }

    private static void complete(RequestSession request) {
        try {
            request.complete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
