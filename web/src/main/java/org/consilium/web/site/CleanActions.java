package org.consilium.web.site;

import jakarta.faces.application.ViewHandler;
import jakarta.faces.application.ViewHandlerWrapper;
import jakarta.faces.context.FacesContext;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.web.address.Address;

/** Makes forms post to the address that their page was opened with, not to the view behind it. */
public class CleanActions extends ViewHandlerWrapper {

    public CleanActions(ViewHandler wrapped) {
        super(wrapped);
    }

    @Override
    public String getActionURL(FacesContext faces, String view) {
        HttpServletRequest request =
                (HttpServletRequest) faces.getExternalContext().getRequest();
        return request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) == null
                ? super.getActionURL(faces, view)
                : Address.shown(request).toString();
    }
}
