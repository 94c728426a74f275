package org.consilium.web.export;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.access.NotFoundException;
import org.consilium.web.address.Address;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;

/** The form below a list with which the privacy officer takes it out of the system. */
@Named
@RequestScoped
public class ExportBacking {

    @Inject
    private PageRecord record;

    @Inject
    private FreshForm fresh;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    public void export() {
        if (fresh.find().isPresent()) {
            Address shown = Address.shown(request);
            Page page = Page.at(shown.path()).orElseThrow(NotFoundException::new);
            navigation.to(
                    ExportAddress.file(page, shown, record.find().orElse(null)).toString());
        }
    }
}
