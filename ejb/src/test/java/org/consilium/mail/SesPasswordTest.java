package org.consilium.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The password for Amazon SES, as the Python program of its Developer Guide derives it. */
class SesPasswordTest {

    @Test
    void isDerivedFromTheKeyAndTheRegion() {
        assertThat(SesPassword.of("a-secret-access-key-of-nobody", "us-east-1"))
                .isEqualTo("BG0DCCto/11/d9QN3U4AQhNUUtdJv7TyTxDMNfVUYrCA");
        assertThat(SesPassword.of("a-secret-access-key-of-nobody", "eu-central-1"))
                .isEqualTo("BKx+r92AmJaMDeUuBkDbL+ABhklL3TTgpaf/hxei4U4+");
    }
}
