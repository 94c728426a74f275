package org.consilium.limit;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One account and one network are one subject, however they are written. */
class LimitSubjectTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "nurse@example.org",
                " NURSE@Example.org ",
                "nürse@example.org",
                "nu\u0308rse@example.org",
                "n\u200burse@example.org"
            })
    void anAddressIsOneInAllItsSpellings(String email) {
        assertThat(new SignInName(email).countedAs()).isEqualTo("nurse@example.org");
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
