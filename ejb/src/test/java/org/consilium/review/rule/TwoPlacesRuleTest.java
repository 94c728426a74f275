package org.consilium.review.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TwoPlacesRuleTest {

    private final TwoPlacesRule rule = new TwoPlacesRule(Duration.ofMinutes(30));

    private static Place place(String address, String device, int minute) {
        return new Place(Place.network(address), device, Example.NOW.plusSeconds(60L * minute));
    }

    /** The account is used at the hospital at 10:00, and by another device at home at 10:12. */
    @Test
    void anotherDeviceElsewhereIsFound() {
        assertThat(rule.check(place("198.51.100.7", "home", 12), List.of(place("192.0.2.1", "ward", 0))))
                .contains(Hit.of(Why.TWO_NETWORKS, 12L));
    }

    @Test
    void entriesThatComeLateAreFoundAsWell() {
        assertThat(rule.check(place("198.51.100.7", "home", 0), List.of(place("192.0.2.1", "ward", 30))))
                .contains(Hit.of(Why.TWO_NETWORKS, 30L));
    }

    @Test
    void anHourLaterIsNotAtOnce() {
        assertThat(rule.check(place("198.51.100.7", "home", 31), List.of(place("192.0.2.1", "ward", 0))))
                .isEmpty();
    }

    /** A phone that goes from the hospital's network to another one is one device. */
    @Test
    void oneDeviceOrOneNetworkIsOnePlace() {
        assertThat(rule.check(place("198.51.100.7", "phone", 1), List.of(place("192.0.2.1", "phone", 0))))
                .isEmpty();
        assertThat(rule.check(place("192.0.2.200", "phone", 1), List.of(place("192.0.2.1", "ward", 0))))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.1, 192.0.2.254, true",
        "192.0.2.1, 192.0.3.1, false",
        "2001:db8:1:2::1, 2001:db8:1:2:aaaa::9, true",
        "2001:db8:1:2::1, 2001:db8:1:3::1, false",
        "unknown, unknown, true"
    })
    void networksAreThoseOfHouseholdsAndSites(String one, String other, boolean same) {
        assertThat(Place.network(one).equals(Place.network(other))).isEqualTo(same);
    }
}
