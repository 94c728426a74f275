package org.consilium.web.emergency;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.consilium.access.FreshTicket;
import org.consilium.emergency.EmergencyOversightService;
import org.consilium.emergency.EmergencyRow;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** All emergency accesses. */
@RequestScoped
public class EmergencyExport implements ListExport {

    @Inject
    private EmergencyOversightService emergencies;

    @Override
    public Page page() {
        return Page.EMERGENCIES;
    }

    @Override
    public Table<EmergencyRow> table(FreshTicket ticket, Words words) {
        return new Table<>(emergencies.export(ticket))
                .with("emergency.details.clinician", EmergencyRow::clinician)
                .with("trail.column.role", access -> words.text("role." + access.role()))
                .with("trail.column.patient", EmergencyRow::patient)
                .with("emergency.reason", access -> words.text("emergency.reason." + access.reason()))
                .with("emergency.words", EmergencyRow::words)
                .with("export.column.opened", EmergencyRow::openedAt)
                .with("export.column.until", EmergencyRow::until)
                .with("export.column.ended", EmergencyRow::endedAt)
                .with(
                        "export.column.ending",
                        access -> access.ending() == null ? null : words.text("emergency.ended." + access.ending()))
                .with("emergency.letter", access -> words.text("emergency.letter." + access.letter()))
                .with("export.column.letter-due", EmergencyRow::letterDueAt);
    }
}
