package org.consilium.account.factor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** The secret of an authenticator app as people type it and as apps scan it. */
class TotpSecretTest {
    private static final TotpSecret SECRET = new TotpSecret("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

    @Test
    void isTypedInGroupsOfFour() {
        assertThat(SECRET.text()).isEqualTo("GEZD GNBV GY3T QOJQ GEZD GNBV GY3T QOJQ");
    }

    @Test
    void hasThirtyTwoCharactersWhateverItsBits() {
        byte[] bytes = new byte[TotpSecret.BYTES];
        assertThat(new TotpSecret(bytes).text()).isEqualTo("AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAA");
        bytes[TotpSecret.BYTES - 1] = 1;
        assertThat(new TotpSecret(bytes).text()).isEqualTo("AAAA AAAA AAAA AAAA AAAA AAAA AAAA AAAB");
        Arrays.fill(bytes, (byte) -1);
        assertThat(new TotpSecret(bytes).text()).isEqualTo("7777 7777 7777 7777 7777 7777 7777 7777");
    }

    @Test
    void isScannedWithTheNameOfTheAccount() {
        assertThat(SECRET.uri("dora@example.org"))
                .isEqualTo("otpauth://totp/Consilium:dora%40example.org"
                        + "?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Consilium");
    }

    @Test
    void isScannedWithEveryAddress() {
        String email = "o'dora+a b&c?d=e#f:g%h/\u00FC@ex\u00E4mple.org";
        URI uri = URI.create(SECRET.uri(email));
        assertThat(uri.getPath()).isEqualTo("/Consilium:" + email);
        assertThat(uri.getRawPath()).isEqualTo(uri.toASCIIString().replaceAll("^otpauth://totp|\\?.*$", ""));
        assertThat(uri.getRawQuery()).isEqualTo("secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Consilium");
    }

    @Test
    void isRandom() {
        assertThat(TotpSecret.random().bytes())
                .hasSize(20)
                .isNotEqualTo(TotpSecret.random().bytes());
    }

    @Test
    void has160Bits() {
        assertThatIllegalArgumentException().isThrownBy(() -> new TotpSecret(new byte[16]));
    }

    @Test
    void isNotLogged() {
        assertThat(SECRET).hasToString("TotpSecret");
    }
}
