package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.function.Function;
import org.consilium.access.FreshTicket;
import org.consilium.review.FindingRow;
import org.consilium.review.ReviewService;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** What is to be reviewed. */
@RequestScoped
public class ReviewExport implements ListExport {

    @Inject
    private ReviewService reviews;

    @Override
    public Page page() {
        return Page.REVIEWS;
    }

    @Override
    public Table<FindingRow> table(FreshTicket ticket, Words words) {
        return FindingColumns.of(reviews.exportOpen(ticket), Function.identity(), words)
                .with("export.column.due", FindingRow::dueAt)
                .with("export.column.state", finding -> finding.overdue() ? words.text("review.overdue") : null);
    }
}
