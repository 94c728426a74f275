package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.consilium.access.FreshTicket;
import org.consilium.account.Reason;
import org.consilium.review.FindingId;
import org.consilium.review.NewDecision;
import org.consilium.review.ReviewOutcome;
import org.consilium.review.ReviewRefusedException;
import org.consilium.review.ReviewService;
import org.consilium.review.ReviewedFinding;
import org.consilium.web.fresh.FreshForm;
import org.consilium.web.site.Done;
import org.consilium.web.site.Navigation;
import org.consilium.web.site.Page;
import org.consilium.web.site.PageRecord;
import org.jspecify.annotations.Nullable;

/** One finding, about which an officer decides. */
@Named
@RequestScoped
public class ReviewFindingBacking {

    @Inject
    private ReviewService reviews;

    @Inject
    private PageRecord record;

    @Inject
    private FreshForm fresh;

    @Inject
    private Navigation navigation;

    private @Nullable ReviewedFinding shown;

    @NotNull
    private @Nullable ReviewOutcome outcome;

    @Reason
    private @Nullable String comment;

    public ReviewedFinding getReviewed() {
        if (shown == null) {
            shown = reviews.get(id());
        }
        return shown;
    }

    private FindingId id() {
        return new FindingId(record.getId());
    }

    public void decide() {
        Optional<FreshTicket> ticket = fresh.find();
        if (ticket.isEmpty()) {
            return;
        }
        NewDecision form = new NewDecision(Objects.requireNonNull(outcome), Objects.requireNonNull(comment));
        try {
            reviews.decide(id(), form, ticket.get());
            navigation.to(Done.REVIEWED.at(Page.REVIEWS.path()));
        } catch (ReviewRefusedException refused) {
            shown = null;
            navigation.refuse("review.refused." + refused.refusal());
        }
    }

    public List<ReviewOutcome> getOutcomes() {
        return List.of(ReviewOutcome.values());
    }

    public @Nullable ReviewOutcome getOutcome() {
        return outcome;
    }

    public void setOutcome(@Nullable ReviewOutcome outcome) {
        this.outcome = outcome;
    }

    public @Nullable String getComment() {
        return comment;
    }

    public void setComment(@Nullable String comment) {
        this.comment = comment;
    }
}
