package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.consilium.access.FreshTicket;
import org.consilium.privacy.trail.TrailRow;
import org.consilium.privacy.trail.TrailService;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/** What was done, as far as the filter goes. */
@RequestScoped
public class TrailExport implements ListExport {

    @Inject
    private TrailService trail;

    @Inject
    private TrailParameters parameters;

    @Override
    public Page page() {
        return Page.PRIVACY_TRAIL;
    }

    @Override
    public Table<TrailRow> table(FreshTicket ticket, Words words) {
        return new Table<>(trail.export(parameters.filter(), ticket))
                .with("trail.column.at", row -> row.entry().at())
                .with("trail.column.person", row -> PartyName.of(row.person()))
                .with("trail.column.role", row -> text("role", row.entry().role(), words))
                .with("trail.column.action", row -> EventPhrase.action(row.entry(), words))
                .with("trail.column.outcome", row -> text("outcome", row.entry().outcome(), words))
                .with("trail.column.reason", row -> text("reason", row.entry().reason(), words))
                .with("trail.column.patient", row -> PartyName.of(row.patient()))
                .with(
                        "trail.column.relation",
                        row -> text("relation", row.entry().relation(), words))
                .with("trail.column.record", row -> text("record", row.entry().recordType(), words))
                .with("trail.column.id", row -> row.entry().record())
                .with("trail.column.address", row -> row.entry().address())
                .with("trail.column.device", row -> row.entry().device())
                .with("trail.column.node", row -> row.entry().node())
                .with("trail.column.request", row -> row.entry().request())
                .with("trail.column.detail", row -> row.entry().detail());
    }

    private static String text(String kind, @Nullable String code, Words words) {
        return EventPhrase.text("trail." + kind + '.', code, words);
    }
}
