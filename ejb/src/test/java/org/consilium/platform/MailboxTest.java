package org.consilium.platform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every spelling of an e-mail address has one canonical form, and two addresses never share one. */
class MailboxTest {

    @ParameterizedTest
    @CsvSource({
        "nurse@example.org, nurse@example.org",
        "' NURSE@Example.ORG ', nurse@example.org",
        "nurse@example.\u00f8rg, nurse@example.xn--rg-kka",
        "nurse@example.xn--rg-kka, nurse@example.xn--rg-kka",
        "jose\u0301@example.org, jos\u00e9@example.org",
        "nurse@bu\u0308cher.example, nurse@xn--bcher-kva.example",
        "nurse@\uff25xample\u3002org, nurse@example.org",
        "I\u0307da@example.org, i\u0307da@example.org",
        "nurse@fa\u00df.example, nurse@xn--fa-hia.example",
        "nurse@FA\u1e9e.example, nurse@xn--fa-hia.example",
        "nurse@xn--fa-hia.example, nurse@xn--fa-hia.example",
        "nurse@b\u00fcro-stra\u00dfe.example, nurse@xn--bro-strae-n1a52a.example",
        "nurse@\u03b2\u03cc\u03bb\u03bf\u03c2.example, nurse@xn--nxasmm1c.example",
        "nurse@\u0392\u038c\u039b\u039f\u03a3.example, nurse@xn--nxasmq6b.example",
        "nurse@\u0646\u0627\u0645\u0647\u200c\u0627\u06cc.example, nurse@xn--mgba3gch31f060k.example"
    })
    void hasOneForm(String typed, String canonical) {
        assertThat(Mailbox.isCanonicalizable(typed)).isTrue();
        assertThat(Mailbox.of(typed).address()).isEqualTo(canonical);
        assertThat(Mailbox.of(canonical).address()).isEqualTo(canonical);
    }

    @Test
    void isNotThatOfASimilarAddress() {
        assertThat(Mailbox.of("n\u00fcrse@example.org")).isNotEqualTo(Mailbox.of("nurse@example.org"));
        assertThat(Mailbox.of("n\u200burse@example.org")).isNotEqualTo(Mailbox.of("nurse@example.org"));
        assertThat(Mailbox.of("nurse@stra\u00dfe.example")).isNotEqualTo(Mailbox.of("nurse@strasse.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "nobody",
                "@",
                "a@",
                "a@-b.org",
                "a@b c.org",
                "a@xn--\u00f8.org",
                "a@-\u00df.org",
                "a@b\u00df c.org",
                "a@\u200d.org"
            })
    void isNothingButTheTextItselfWithoutAProperDomain(String typed) {
        assertThat(Mailbox.of(typed).address()).isEqualTo(typed);
    }

    @Test
    void isAlsoLookedForAsTheVersionBeforeHasStoredIt() {
        assertThat(Mailbox.stored(" Nurse@example.\u00f8rg"))
                .containsExactlyInAnyOrder("nurse@example.xn--rg-kka", "nurse@example.\u00f8rg");
        assertThat(Mailbox.stored("nurse@example.org")).containsExactly("nurse@example.org");
    }
}
