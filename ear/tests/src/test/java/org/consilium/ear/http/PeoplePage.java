package org.consilium.ear.http;

import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** The people page, as an administrator uses it. */
final class PeoplePage {

    private final HttpVisit administrator;

    PeoplePage(HttpVisit administrator) {
        this.administrator = administrator;
    }

    /** Presses a button, such as "Disable", beside a person. */
    Answer press(String button, Person person) {
        String address = Visitors.search(administrator, "/people", person.lastName());
        String page = administrator.get(address).body();
        Element found = Jsoup.parse(page).select("#people button").stream()
                .filter(candidate -> candidate.text().equals(button))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + button + " in " + page));
        return administrator.post(
                address,
                HtmlForm.in(page, "people")
                        .without("people:send")
                        .withParameter(found.attr("name"), found.attr("value")));
    }
}
