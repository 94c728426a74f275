package org.consilium.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Properties;
import org.consilium.local.process.StartException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void theDefaultIsTheDemoOnPort8080() {
        assertThat(Options.of(new Properties())).isEqualTo(new Options("127.0.0.1", 8080, 1, true, "none", false));
    }

    @Test
    void readsEveryOption() {
        assertThat(options(
                        "host",
                        "0.0.0.0",
                        "port",
                        "8081",
                        "nodes",
                        "3",
                        "demo",
                        "false",
                        "encryption",
                        "client-side",
                        "reset",
                        "true"))
                .isEqualTo(new Options("0.0.0.0", 8081, 3, false, "client-side", true));
    }

    @Test
    void anOptionWithoutAValueIsOn() {
        assertThat(options("reset", "").reset()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", "", "99999999999"})
    void refusesAnInvalidPort(String port) {
        assertThatThrownBy(() -> options("port", port))
                .isInstanceOf(StartException.class)
                .hasMessage("-Dport=%s is not a port: use a number from 1 to 65535", port);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "10", "-1", "two", ""})
    void refusesAnInvalidNumberOfNodes(String nodes) {
        assertThatThrownBy(() -> options("nodes", nodes))
                .isInstanceOf(StartException.class)
                .hasMessage("-Dnodes=%s: use a number from 1 to 9", nodes);
    }

    @Test
    void refusesAFlagThatIsNeitherTrueNorFalse() {
        assertThatThrownBy(() -> options("demo", "no")).hasMessage("-Ddemo=no: use true or false");
    }

    @Test
    void refusesAnEncryptionThatTheLocalStoreDoesNotSupport() {
        assertThatThrownBy(() -> options("encryption", "sse-s3"))
                .hasMessage("-Dencryption=sse-s3: use none or client-side");
    }

    private static Options options(String... pairs) {
        Properties properties = new Properties();
        for (int i = 0; i < pairs.length; i += 2) {
            properties.setProperty(pairs[i], pairs[i + 1]);
        }
        return Options.of(properties);
    }
}
