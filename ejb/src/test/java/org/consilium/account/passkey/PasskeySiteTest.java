package org.consilium.account.passkey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The relying party and the origin come from the address of the site, as browsers write them. */
class PasskeySiteTest {

    @ParameterizedTest
    @CsvSource({
        "https://care.example.org, care.example.org, https://care.example.org",
        "https://Care.Example.org/, care.example.org, https://care.example.org",
        "https://care.example.org:443, care.example.org, https://care.example.org",
        "https://care.example.org:8443, care.example.org, https://care.example.org:8443",
        "http://localhost:80, localhost, http://localhost",
        "http://localhost:8080, localhost, http://localhost:8080"
    })
    void comeFromTheAddress(String address, String id, String origin) {
        assertThat(PasskeySite.of(address)).isEqualTo(new PasskeySite(id, origin));
    }

    @Test
    void needAnAddressWithAHost() {
        for (String wrong : List.of("", "care.example.org", "ftp://care.example.org", "https:///sign-in")) {
            assertThatIllegalStateException().as(wrong).isThrownBy(() -> PasskeySite.of(wrong));
        }
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> PasskeySite.of("https://a b"));
    }
}
