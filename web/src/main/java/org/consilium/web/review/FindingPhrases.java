package org.consilium.web.review;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.consilium.review.FindingRow;
import org.consilium.web.address.Address;
import org.consilium.web.site.Language;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;

/** What pages say about a finding. */
@Named
@RequestScoped
public class FindingPhrases {

    /** The report on the audit trail. */
    private static final String TRAIL = "/privacy/trail";

    @Inject
    private HttpServletRequest request;

    /** Why it is one. */
    public String why(FindingRow finding) {
        return why(finding, Words.in(Language.of(request)));
    }

    static String why(FindingRow finding, Words words) {
        return words.get("review.why." + finding.why(), finding.numbers().toArray());
    }

    /** The address of everything about it. */
    public String addressOf(FindingRow finding) {
        return Page.REVIEW.of(finding.id().value());
    }

    /** Whether there is a report on the trail that shows its entries. */
    public boolean isTrailShown() {
        return Page.at(TRAIL).isPresent();
    }

    /** The address of its entries in the report on the trail. */
    public String entriesOf(FindingRow finding) {
        FindingRow.Party patient = finding.patient();
        return Address.of(TRAIL)
                .with("person", finding.person().id().value())
                .with("patient", patient == null ? null : patient.id().value())
                .with("from", finding.day().toString())
                .with("until", finding.day().toString())
                .toString();
    }
}
