package org.consilium.ear.bench;

import java.net.URI;
import java.util.List;
import java.util.stream.Stream;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.server.bench.Load;

/** Windows of somebody who is signed in, as a load needs them. */
final class Windows {
    private static final int COUNT = 5 * Load.PEOPLE;

    private Windows() {}

    /** Their cookies. */
    static List<String> of(URI home, Person person) {
        return Stream.generate(() -> Visitors.signedIn(home, person))
                .limit(COUNT)
                .map(visit -> "JSESSIONID=" + visit.cookie("JSESSIONID"))
                .toList();
    }
}
