package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.platform.Slice;
import org.consilium.review.FindingId;
import org.consilium.review.ReviewService;
import org.consilium.review.ReviewedFinding;
import org.consilium.web.address.Address;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** What the privacy officers have decided, the latest first. */
@Named
@RequestScoped
public class ReviewDecidedBacking {

    @Inject
    private ReviewService reviews;

    @Inject
    @RequestParameter
    private @Nullable FindingId after;

    private @Nullable Slice<ReviewedFinding> shown;

    public Slice<ReviewedFinding> getFindings() {
        if (shown == null) {
            shown = reviews.decided(after);
        }
        return shown;
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.REVIEWED.path())
                .with("after", getFindings().next())
                .toString();
    }
}
