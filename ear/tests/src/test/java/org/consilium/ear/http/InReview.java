package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A privacy officer, and a doctor whose acts may be looked at. */
abstract class InReview {

    static final String LIST = "/privacy/reviews";
    static final String TITLE = "Hidden-word-of-health";

    final Person patient = People.patient();
    final String consultation = People.consultation(patient, TITLE);
    final String path = "/consultation/" + consultation;
    final Person doctor = People.doctor(People.GENERAL);
    final Person officer = People.privacyOfficer();
    final HttpVisit asOfficer = Visitors.signedIn(officer.email());

    static HttpVisit signedIn(Person person) {
        return Visitors.signedIn(person.email());
    }

    /** The text of its row in the list. */
    String shown(String finding) {
        Document page = Visitors.page(asOfficer, LIST);
        while (page.select("#finding-" + finding).isEmpty()
                && !page.select(".more a").isEmpty()) {
            page = Visitors.page(asOfficer, page.select(".more a").attr("href"));
        }
        Element row = page.expectFirst("#finding-" + finding);
        assertThat(row.text()).doesNotContain(TITLE);
        return row.text();
    }
}
