package org.consilium.web.privacy;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.access.FreshTicket;
import org.consilium.access.NotFoundException;
import org.consilium.account.AccountId;
import org.consilium.platform.PublicIds;
import org.consilium.privacy.disclosure.Accounting;
import org.consilium.privacy.disclosure.DisclosureRow;
import org.consilium.privacy.disclosure.DisclosureService;
import org.consilium.privacy.trail.TrailRow;
import org.consilium.web.export.ExportAddress;
import org.consilium.web.export.ListExport;
import org.consilium.web.export.Table;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * The accounting of disclosures for a patient: those that were entered, then exports by the staff, then what is
 * missing, in words.
 */
@RequestScoped
public class DisclosureExport implements ListExport {

    @Inject
    private DisclosureService disclosures;

    @Inject
    private HttpServletRequest request;

    /**
     * A row of the document.
     *
     * @param date a day, or the time of an export
     * @param description of what was disclosed, or what is missing from the document
     */
    private record Line(
            @Nullable Object date,
            @Nullable String recipient,
            @Nullable String address,
            String description,
            @Nullable String purpose,
            @Nullable String enterer,
            @Nullable Object enteredAt) {

        static Line of(DisclosureRow row) {
            return new Line(
                    row.date(),
                    row.recipient(),
                    row.recipientAddress(),
                    row.description(),
                    row.purpose(),
                    row.enterer(),
                    row.enteredAt());
        }

        static Line of(TrailRow row, Words words) {
            return new Line(
                    row.entry().at(),
                    PartyName.of(row.person()),
                    null,
                    EventPhrase.action(row.entry(), words),
                    words.text("privacy.disclosures.oversight"),
                    null,
                    null);
        }

        static Line missing(String words) {
            return new Line(null, null, null, words, null, null, null);
        }
    }

    @Override
    public Page page() {
        return Page.PRIVACY_DISCLOSURES;
    }

    @Override
    public Table<?> table(FreshTicket ticket, Words words) {
        Accounting accounting = disclosures.export(patient(), ticket);
        Stream<Line> lines = Stream.of(
                        accounting.entered().stream().map(Line::of),
                        accounting.exports().stream().map(row -> Line.of(row, words)),
                        missing(accounting, words).map(Line::missing))
                .flatMap(part -> part);
        return new Table<>(lines.iterator())
                .with("trail.column.patient", line -> PartyName.of(accounting.patient()))
                .with("privacy.disclosures.date", Line::date)
                .with("privacy.disclosures.recipient", Line::recipient)
                .with("privacy.disclosures.address", Line::address)
                .with("privacy.disclosures.description", Line::description)
                .with("privacy.disclosures.purpose", Line::purpose)
                .with("privacy.disclosures.enterer", Line::enterer)
                .with("export.column.entered", Line::enteredAt);
    }

    private static Stream<String> missing(Accounting accounting, Words words) {
        Stream<String> archived = Stream.ofNullable(accounting.archived())
                .map(days -> "%s %s – %s. %s"
                        .formatted(
                                words.text("privacy.archived"),
                                days.from(),
                                days.until(),
                                words.text("privacy.archived.fetch")));
        return accounting.complete()
                ? archived
                : Stream.concat(archived, Stream.of(words.text("privacy.disclosures.incomplete")));
    }

    private AccountId patient() {
        return Optional.ofNullable(request.getParameter(ExportAddress.RECORD))
                .filter(PublicIds::isWellFormed)
                .map(AccountId::new)
                .orElseThrow(NotFoundException::new);
    }
}
