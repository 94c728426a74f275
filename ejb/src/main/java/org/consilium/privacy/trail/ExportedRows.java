package org.consilium.privacy.trail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import org.consilium.account.AccountSummary;
import org.consilium.audit.AuditKind;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What others than the patient have exported from the system that concerns a patient. */
@ApplicationScoped
public class ExportedRows {

    @Inject
    private TrailReader reader;

    @Inject
    private Parties parties;

    @Inject
    @ConfigProperty(name = "consilium.web.time-zone")
    private String hospital;

    /**
     * Exports, the newest first.
     *
     * @param complete false if there may be more
     */
    public record Exports(List<TrailRow> rows, boolean complete) {}

    /**
     * Since a day.
     *
     * @param most how many entries are looked at
     */
    public Exports of(AccountSummary patient, LocalDate from, int most) {
        TrailFilter filter = new TrailFilter(null, patient.id(), null, null, AuditKind.EXPORT, from, null);
        List<TrailEntry> found = reader.all(TrailSelection.of(filter, null, patient.key(), ZoneId.of(hospital)), most);
        return new Exports(
                parties.rows(found.stream()
                        .filter(entry ->
                                entry.outcome().equals("DONE") && !Objects.equals(entry.account(), entry.patient()))
                        .toList()),
                found.size() < most);
    }
}
