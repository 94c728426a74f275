package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.consilium.access.FreshTicket;
import org.consilium.review.mark.MarkService;
import org.consilium.review.mark.MarkedPatient;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** The patients whose records are looked at more closely. */
@RequestScoped
public class MarkExport implements ListExport {

    @Inject
    private MarkService marks;

    @Override
    public Page page() {
        return Page.MARKS;
    }

    @Override
    public Table<MarkedPatient> table(FreshTicket ticket, Words words) {
        return new Table<>(marks.export(ticket))
                .with("trail.column.patient", MarkedPatient::patient)
                .with("review.marks.kind", mark -> words.text("review.mark." + mark.kind()))
                .with("export.column.account", MarkedPatient::staff)
                .with("export.column.officer", MarkedPatient::officer)
                .with("trail.column.at", MarkedPatient::markedAt);
    }
}
