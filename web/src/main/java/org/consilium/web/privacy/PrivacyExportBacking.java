package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Navigation;

/** The form below a report with which the privacy officer takes it out of the system. */
@Named
@RequestScoped
public class PrivacyExportBacking {

    @Inject
    private TrailParameters parameters;

    @Inject
    private FreshForm fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    public void export() {
        if (fresh.find().isPresent()) {
            navigation.to(parameters
                    .at(Address.shown(request).path() + PrivacyExportServlet.ENDING)
                    .toString());
        }
    }
}
