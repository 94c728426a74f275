package org.consilium.ear.http;

import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/** The people page, as an administrator uses it. */
final class PeoplePage {

    private final HttpVisit administrator;

    PeoplePage(HttpVisit administrator) {
        this.administrator = administrator;
    }

    /** Presses a button, such as "Disable", beside a person. */
    Answer press(String button, Person person) {
        String address = Visitors.search(administrator, "/people", person.lastName());
        return Visitors.press(administrator, address, "people", button, person.email());
    }
}
