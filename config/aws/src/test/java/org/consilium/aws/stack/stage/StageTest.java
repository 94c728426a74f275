package org.consilium.aws.stack.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.consilium.aws.stack.Deployment;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StageTest {

    private static final Path EXAMPLE = Path.of("stages", "example.properties");

    private static final Clock TODAY = Clock.fixed(Instant.parse("2026-02-01T12:00:00Z"), ZoneOffset.UTC);

    @TempDir
    private Path folder;

    private void assertRefused(String change, String reason) throws IOException {
        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> Stage.read(changed(change), TODAY))
                .withMessageContaining(reason);
    }

    /** The example with additional lines, which override the lines before. */
    private Path changed(String lines) throws IOException {
        return Files.writeString(folder.resolve("changed.properties"), Files.readString(EXAMPLE) + "\n" + lines + "\n");
    }

    @Test
    void theExampleIsValid() throws IOException {
        assertThat(Stage.read(EXAMPLE, TODAY).name()).isEqualTo("example");
    }

    @Test
    void patientDataNeedsAnAgreement() throws IOException {
        assertRefused("patient-data = true", "AWS Artifact");
        assertRefused("patient-data = true\nbaa-agreement = agreement-1", "baa-accepted");
        assertRefused("patient-data = true\nbaa-agreement = agreement-1\nbaa-accepted = yes", "baa-accepted");
        assertRefused("patient-data = true\nbaa-agreement = agreement-1\nbaa-accepted = 2026-03-01", "baa-accepted");
        assertThat(Stage.read(
                                changed("patient-data = true\nbaa-agreement = agreement-1\nbaa-accepted = 2026-01-31"),
                                TODAY)
                        .hasPatientData())
                .isTrue();
    }

    /** The command itself refuses, not only the reader of the file. */
    @Test
    void nothingIsSynthesizedForPatientDataWithoutAnAgreement() throws IOException {
        Path stage = changed("patient-data = true");

        assertThatExceptionOfType(StageException.class)
                .isThrownBy(() -> Deployment.main(new String[] {
                    stage.toString(),
                    "capacity/answers.properties",
                    folder.resolve("out").toString()
                }));

        assertThat(folder.resolve("out")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource({
        "acount = 1, unknown keys: acount",
        "account = 12, 12 digits",
        "account =, account is missing",
        "'zones = us-east-1a, us-east-1b', at least 3",
        "image-arm64 = consilium-latest, never a name",
        "encryption = sse-c, the bucket refuses",
        "patient-data = perhaps, true or false"
    })
    void refusesInvalidValues(String line, String reason) throws IOException {
        assertRefused(line, reason);
    }

    @ParameterizedTest
    @CsvSource({"m7g.large, ARM64", "c8gd.xlarge, ARM64", "m7i.large, AMD64", "t3.small, AMD64", "g5.xlarge, AMD64"})
    void theNodeTypeTellsTheProcessor(String type, Processor processor) {
        assertThat(Processor.of(type)).isEqualTo(processor);
    }
}
