package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.consilium.platform.Slice;
import org.consilium.review.FindingId;
import org.consilium.review.FindingRow;
import org.consilium.review.ReviewService;
import org.consilium.web.address.Address;
import org.consilium.web.notice.LiveBacking;
import org.consilium.web.site.Page;
import org.consilium.web.site.RequestParameter;
import org.jspecify.annotations.Nullable;

/** What the privacy officers have to review, the newest first. */
@Named
@RequestScoped
public class ReviewListBacking {

    @Inject
    private ReviewService reviews;

    @Inject
    private LiveBacking live;

    @Inject
    @RequestParameter
    private @Nullable FindingId after;

    private @Nullable Slice<FindingRow> shown;

    public Slice<FindingRow> getFindings() {
        if (shown == null) {
            live.begin();
            shown = reviews.open(after);
        }
        return shown;
    }

    /** The address of the next rows. */
    public String getNext() {
        return Address.of(Page.REVIEWS.path())
                .with("after", getFindings().next())
                .toString();
    }
}
