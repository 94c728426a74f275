package org.consilium.web.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.consilium.emergency.PatientSearch;
import org.junit.jupiter.api.Test;

/** A search is kept as it was made, and the texts of other pages are none. */
class KeptSearchTest {

    @Test
    void comesBackAsItWasKept() {
        KeptSearch kept = new KeptSearch(2, new PatientSearch("", "Núñez", LocalDate.of(1990, 2, 3)));
        assertThat(KeptSearch.of(kept.text())).contains(kept);
    }

    @Test
    void aSearchOfAnotherPageIsNone() {
        assertThat(KeptSearch.of("")).isEmpty();
        assertThat(KeptSearch.of("Ines Example")).isEmpty();
    }
}
