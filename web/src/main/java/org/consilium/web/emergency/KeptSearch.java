package org.consilium.web.emergency;

import java.time.LocalDate;
import java.util.Optional;
import org.consilium.emergency.PatientSearch;

/**
 * A search as it is kept in the session, so that no name is in an address.
 *
 * @param found how many patients there were
 */
record KeptSearch(int found, PatientSearch search) {

    private static final String SEPARATOR = "\n";
    private static final int PARTS = 4;

    String text() {
        return String.join(
                SEPARATOR,
                String.valueOf(found),
                search.dateOfBirth().toString(),
                search.firstName(),
                search.lastName());
    }

    /** Empty for a text of another page's search. */
    static Optional<KeptSearch> of(String text) {
        String[] parts = text.split(SEPARATOR, -1);
        return parts.length == PARTS
                ? Optional.of(new KeptSearch(
                        Integer.parseInt(parts[0]), new PatientSearch(parts[2], parts[3], LocalDate.parse(parts[1]))))
                : Optional.empty();
    }
}
