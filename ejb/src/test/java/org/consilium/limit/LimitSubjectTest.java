package org.consilium.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One account and one network are one subject, however they are written. */
class LimitSubjectTest {

    private static final ClientAddress NETWORK = new ClientAddress("192.0.2.7");

    @Test
    void attemptsCountForTheAccountAndTheOriginTogether() {
        SignInAttempt attempt = attempt("nurse@example.org", new SignInOrigin(NETWORK, ""));
        assertThat(attempt(" NURSE@Example.org ", new SignInOrigin(NETWORK, "")).countedAs())
                .isEqualTo(attempt.countedAs());
        assertThat(List.of(
                        attempt("doctor@example.org", new SignInOrigin(NETWORK, "")),
                        attempt("nurse@example.org", new SignInOrigin(new ClientAddress("192.0.2.8"), "")),
                        attempt("nurse@example.org", new SignInOrigin(NETWORK, "device"))))
                .extracting(SignInAttempt::countedAs)
                .doesNotContain(attempt.countedAs())
                .doesNotHaveDuplicates();
    }

    private static SignInAttempt attempt(String email, SignInOrigin origin) {
        return new SignInAttempt(new SignInName(email), origin);
    }

    @Test
    void aKnownDeviceCountsForItselfWhereverItIs() {
        assertThat(new SignInOrigin(NETWORK, "device").countedAs())
                .isEqualTo(new SignInOrigin(new ClientAddress("192.0.2.8"), "device").countedAs())
                .isNotEqualTo(new SignInOrigin(NETWORK, "").countedAs());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "::ffff:192.0.2.7, 192.0.2.7",
        "2001:db8:1:2::1, 20010db800010002",
        "2001:db8:1:2:ffff::9, 20010db800010002",
        "2001:db8:1:3::1, 20010db800010003",
        ":::no:address, :::no:address"
    })
    void aNetworkIsTheAddressOrTheFirst64BitsOfIt(String address, String network) {
        assertThat(new ClientAddress(address).countedAs()).isEqualTo(network);
    }
}
