package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import org.consilium.access.FreshTicket;
import org.consilium.review.ReviewService;
import org.consilium.review.ReviewedFinding;
import org.consilium.review.SignedDecision;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** What was reviewed, and how. */
@RequestScoped
public class ReviewedExport implements ListExport {

    @Inject
    private ReviewService reviews;

    @Override
    public Page page() {
        return Page.REVIEWED;
    }

    @Override
    public Table<ReviewedFinding> table(FreshTicket ticket, Words words) {
        return FindingColumns.of(reviews.exportDecided(ticket), ReviewedFinding::finding, words)
                .with(
                        "review.outcome",
                        row -> words.text("review.outcome." + decision(row).outcome()))
                .with("review.comment", row -> decision(row).comment())
                .with("review.signed", row -> decision(row).officer())
                .with("export.column.signed", row -> decision(row).decidedAt());
    }

    private static SignedDecision decision(ReviewedFinding row) {
        return Objects.requireNonNull(row.decision());
    }
}
