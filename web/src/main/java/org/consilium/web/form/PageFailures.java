package org.consilium.web.form;

import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.ExternalContext;
import jakarta.faces.context.FacesContext;
import jakarta.faces.event.ExceptionQueuedEvent;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Iterator;
import org.consilium.web.site.PageResponse;

/**
 * Hands the failure of a page over to {@code RouteFilter}. If it left the page's servlet, the container would log a
 * warning with its stack trace, although most are mistakes of the client.
 */
class PageFailures extends ExceptionHandlerWrapper {

    PageFailures(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() {
        FacesContext faces = FacesContext.getCurrentInstance();
        ExternalContext external = faces.getExternalContext();
        HttpServletRequest request = (HttpServletRequest) external.getRequest();
        Iterator<ExceptionQueuedEvent> failures =
                getUnhandledExceptionQueuedEvents().iterator();
        if (!failures.hasNext()) {
            return;
        }
        if (external.isResponseCommitted() || request.getDispatcherType() == DispatcherType.ERROR) {
            getWrapped().handle();
            return;
        }
        Throwable failure = failures.next().getContext().getException();
        failures.remove();
        while (failures.hasNext()) {
            failures.next();
            failures.remove();
        }
        request.setAttribute(PageResponse.FAILURE, failure);
        faces.responseComplete();
    }
}
