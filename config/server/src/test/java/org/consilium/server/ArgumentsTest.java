package org.consilium.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.consilium.server.settings.CannotStart;
import org.consilium.server.settings.Settings;
import org.junit.jupiter.api.Test;

/** The command line, and the environment as its fallback. */
class ArgumentsTest {
    @Test
    void hasDefaults() throws CannotStart {
        assertThat(options(Map.of(), "--deploy", "app.ear"))
                .isEqualTo(new Options(
                        Path.of("app.ear"),
                        "0.0.0.0",
                        8080,
                        0,
                        null,
                        false,
                        false,
                        200,
                        true,
                        Duration.ZERO,
                        Duration.ofSeconds(30)));
    }

    @Test
    void takesTheEnvironment() throws CannotStart {
        Options options = options(Map.of(
                "CONSILIUM_EAR", "app.ear",
                "CONSILIUM_PORT", "9090",
                "CONSILIUM_HOST", "127.0.0.1",
                "CONSILIUM_TRUST_PROXY", "true",
                "CONSILIUM_HTTP_THREADS", "50",
                "CONSILIUM_ADMISSION", "open",
                "CONSILIUM_DRAIN_DELAY", "5",
                "CONSILIUM_DRAIN_TIMEOUT", "60"));
        assertThat(options)
                .isEqualTo(new Options(
                        Path.of("app.ear"),
                        "127.0.0.1",
                        9090,
                        0,
                        null,
                        false,
                        true,
                        50,
                        false,
                        Duration.ofSeconds(5),
                        Duration.ofSeconds(60)));
    }

    @Test
    void prefersTheArgument() throws CannotStart {
        assertThat(options(Map.of("CONSILIUM_PORT", "9090"), "--deploy", "a.ear", "--port", "7070")
                        .port())
                .isEqualTo(7070);
    }

    @Test
    void acceptsWhatTheArquillianContainerPasses() throws CannotStart {
        Options options = options(
                Map.of(),
                "--deploy",
                "app.ear",
                "--autoBindHttp",
                "--autoBindRange",
                "1000",
                "--nocluster",
                "--showServletMappings",
                "--rootDir",
                "node");
        assertThat(options.portRange()).isEqualTo(1000);
        assertThat(options.summary()).isTrue();
        assertThat(options.rootDirectory()).isEqualTo(Path.of("node"));
    }

    @Test
    void refusesWhatItDoesNotUnderstand() {
        assertUsage("unknown argument '--lite'", "--lite");
        assertUsage("--port needs a value", "--port");
        assertUsage("--deploy is missing", "--port", "1");
        assertUsage("--port is given twice", "--port", "1", "--port", "2");
        assertUsage("--port is '70000', but must be a number from 1 to 65535", "--deploy", "a.ear", "--port", "70000");
    }

    @Test
    void refusesASettingThatIsNone() {
        assertThatThrownBy(() -> options(Map.of("CONSILIUM_TRUST_PROXY", "yes"), "--deploy", "a.ear"))
                .isInstanceOfSatisfying(
                        CannotStart.class, e -> assertThat(e.exitCode()).isEqualTo(CannotStart.FAILURE))
                .hasMessage("cannot start: consilium.server.trust-proxy (CONSILIUM_TRUST_PROXY) is 'yes',"
                        + " but must be true or false");
    }

    private static void assertUsage(String message, String... arguments) {
        assertThatThrownBy(() -> options(Map.of(), arguments))
                .isInstanceOfSatisfying(
                        CannotStart.class, e -> assertThat(e.exitCode()).isEqualTo(CannotStart.USAGE))
                .hasMessageStartingWith(message);
    }

    private static Options options(Map<String, String> environment, String... arguments) throws CannotStart {
        return new Arguments(List.of(arguments)).options(new Settings(environment));
    }
}
