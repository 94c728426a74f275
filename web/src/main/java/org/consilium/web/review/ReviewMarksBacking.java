package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.platform.Slice;
import org.consilium.review.mark.MarkId;
import org.consilium.review.mark.MarkService;
import org.consilium.review.mark.MarkedPatient;
import org.consilium.web.address.Address;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PressedRow;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** The patients whose records are looked at more closely. */
@Named
@RequestScoped
public class ReviewMarksBacking {

    @Inject
    private MarkService marks;

    @Inject
    private HttpServletRequest request;

    @Inject
    private Navigation navigation;

    @Inject
    @RequestParameter
    private @Nullable MarkId after;

    private @Nullable Slice<MarkedPatient> shown;

    public Slice<MarkedPatient> getMarked() {
        if (shown == null) {
            shown = marks.list(after);
        }
        return shown;
    }

    public void unmark() {
        marks.unmark(new MarkId(PressedRow.of(request, "unmark")));
        navigation.to(Done.PATIENT_UNMARKED.at(Page.MARKS.path()));
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.MARKS.path()).with("after", getMarked().next()).toString();
    }
}
