package org.consilium.web.address;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An address keeps all of its query, and each value as it was. */
class AddressTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/queue",
                "/queue?view=MINE",
                "/queue?view=MINE&search=1.aB-_&after=x",
                "/sign-in?continue=%2Fqueue%3Fview%3DMINE",
                "/people?search=1.x#person-a_b-c"
            })
    void isWrittenAsItWasRead(String address) {
        assertThat(Address.parse(address)).hasToString(address);
    }

    @Test
    void encodesEachValue() {
        assertThat(Address.of("/sign-in").with("continue", "/queue?view=MINE&x=ä b"))
                .hasToString("/sign-in?continue=%2Fqueue%3Fview%3DMINE%26x%3D%C3%A4+b");
        assertThat(Address.parse("/a?x=%2Fb%26").value("x")).isEqualTo("/b&");
    }

    @Test
    void leavesOutWhatIsEmpty() {
        assertThat(Address.parse("/a?x=1&y=2").with("x", null).with("z", "").at("row"))
                .hasToString("/a?y=2#row");
        assertThat(Address.parse("/a?x=1").to("/b")).hasToString("/b?x=1");
    }

    @Test
    void takesAMalformedValueAsItIs() {
        assertThat(Address.parse("/a?x=%zz&=1&y&x=2")).hasToString("/a?x=%25zz");
    }
}
