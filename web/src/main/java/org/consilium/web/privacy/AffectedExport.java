package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.consilium.access.FreshTicket;
import org.consilium.privacy.trail.AffectedPatient;
import org.consilium.privacy.trail.TrailService;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** The patients affected, as far as the filter goes. */
@RequestScoped
public class AffectedExport implements ListExport {

    @Inject
    private TrailService trail;

    @Inject
    private TrailParameters parameters;

    @Override
    public Page page() {
        return Page.PRIVACY_AFFECTED;
    }

    @Override
    public Table<AffectedPatient> table(FreshTicket ticket, Words words) {
        return new Table<>(trail.exportAffected(parameters.filter(), ticket))
                .with("trail.column.patient", affected -> PartyName.of(affected.patient()))
                .with("trail.column.first", AffectedPatient::from)
                .with("trail.column.last", AffectedPatient::to)
                .with("trail.column.times", AffectedPatient::times);
    }
}
