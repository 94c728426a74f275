package org.consilium.ear.stand;

import org.consilium.ear.stand.People.Person;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.nodes.Document;

/** What clinicians fill in to get at a record in an emergency, and where officers see it. */
public final class EmergencyForms {
    public static final String PAGE = "/emergency";

    /** The privacy officers' list. */
    public static final String QUEUE = "/privacy/emergencies";

    /** Of everybody whom {@link People} makes. */
    public static final String BIRTH = "1990-02-03";

    private EmergencyForms() {}

    /** Searches for somebody. */
    public static Answer find(HttpVisit visit, Person sought, String birth) {
        return visit.post(
                PAGE,
                HtmlForm.in(visit.get(PAGE).body(), "find")
                        .with("firstName", sought.firstName())
                        .with("lastName", sought.lastName())
                        .with("dateOfBirth", birth));
    }

    /** Finds somebody, and opens their record. */
    public static Answer open(HttpVisit visit, Person sought) {
        String found = find(visit, sought, BIRTH).location();
        return visit.post(
                found,
                HtmlForm.in(visit.get(found).body(), "open")
                        .with("reason", "LIFE_AT_RISK")
                        .with("words", "Blue lips"));
    }

    /** Presses the button of the banner of a page. */
    public static Answer end(HttpVisit visit, Document page) {
        return visit.post(
                page.select("aside.emergency form").attr("action"),
                HtmlForm.empty().withParameter("shown-to", page.select("#site").attr("data-account")));
    }

    /** The address of the page on which an officer decides about a clinician's newest access. */
    public static String details(HttpVisit officer, Person clinician) {
        return Visitors.page(officer, QUEUE).select("li.row").stream()
                .filter(row -> row.text().contains(clinician.name()))
                .map(row -> row.select("a.button").attr("href"))
                .findFirst()
                .orElseThrow();
    }

    /** Lets the letter to the patient go at once. */
    public static Answer sendLetter(HttpVisit officer, String details) {
        return officer.post(details, HtmlForm.in(officer.get(details).body(), "letter"));
    }
}
