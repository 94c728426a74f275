package org.consilium.local.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.consilium.local.jdk.Machine.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs {@code .mvn/jdk} with the shell options of {@code mvnw}, which runs it before Maven. */
class JdkSearchTest {
    private static final Path SCRIPT = Path.of("../../.mvn/jdk").toAbsolutePath();

    @TempDir
    Path folder;

    private Machine machine;

    @BeforeEach
    void boot() throws IOException {
        machine = new Machine(folder);
    }

    @Test
    void anOldDefaultIsReplacedByANewerJdkInAUsualPlace() throws Exception {
        machine.isDefault(machine.jdk("java-17-openjdk", "17.0.15"));
        Path newer = machine.jdk("temurin 25", "25.0.3");

        assertThat(chosen()).isEqualTo(newer.toString());
    }

    @Test
    void anOldJavaHomeIsReplacedToo() throws Exception {
        Path old = machine.jdk("java-17-openjdk", "17.0.15");
        machine.isDefault(old);
        machine.set("JAVA_HOME", old.toString());
        Path newer = machine.jdk("temurin-25", "25.0.3");

        assertThat(chosen()).isEqualTo(newer.toString());
    }

    @Test
    void javaHomeIsKeptIfItIsNewEnough() throws Exception {
        Path home = machine.jdk("temurin-21", "21");
        machine.isDefault(machine.jdk("temurin-25", "25.0.3"));
        machine.set("JAVA_HOME", home.toString());

        assertThat(chosen()).isEqualTo(home.toString());
    }

    @Test
    void theDefaultIsKeptIfItIsNewEnough() throws Exception {
        Path normal = machine.jdk("temurin-21", "21.0.9");
        machine.isDefault(normal);
        machine.jdk("temurin-25", "25.0.3");

        assertThat(chosen()).isEqualTo(normal.toRealPath().toString());
    }

    @Test
    void theNewestOfSeveralIsUsed() throws Exception {
        machine.isDefault(machine.jdk("jdk-8", "1.8.0_402"));
        machine.jdk("jdk-21", "21.0.9");
        Path newest = machine.jdk("jdk-25", "25.0.3");
        machine.jdk("jdk-9", "9.0.4");

        assertThat(chosen()).isEqualTo(newest.toString());
    }

    @Test
    void oneLineSaysWhatToInstallIfThereIsNone() throws Exception {
        machine.isDefault(machine.jdk("java-17-openjdk", "17.0.15"));

        Outcome outcome = search();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).isEmpty();
        assertThat(outcome.errors())
                .singleElement()
                .asString()
                .contains("JDK of version 21 or newer", "apt-get install openjdk-25-jdk-headless", "JAVA_HOME");
    }

    @Test
    void aJreIsNotEnough() throws Exception {
        machine.isDefault(machine.jdk("java-17-openjdk", "17.0.15"));
        machine.set("JAVA_HOME", machine.jre("jre-25", "25.0.3").toString());

        assertThat(search().code()).isEqualTo(1);
    }

    /** JDK 21 would refuse to start with the option. */
    @ParameterizedTest
    @CsvSource({"21.0.9, -Xmx1g", "25.0.3, --sun-misc-unsafe-memory-access=allow -Xmx1g"})
    void theWarningAboutMavensLibrariesIsSilenced(String version, String options) throws Exception {
        machine.set("JAVA_HOME", machine.jdk("jdk", version).toString());
        machine.set("MAVEN_OPTS", "-Xmx1g");

        assertThat(search().output()).last().isEqualTo(options);
    }

    private String chosen() throws IOException, InterruptedException {
        Outcome outcome = search();
        assertThat(outcome.errors()).isEmpty();
        assertThat(outcome.code()).isZero();
        return outcome.output().get(0);
    }

    private Outcome search() throws IOException, InterruptedException {
        return machine.run(
                "sh", "-eufc", ". \"$1\"; echo \"$JAVA_HOME\"; echo \"${MAVEN_OPTS-}\"", "sh", SCRIPT.toString());
    }
}
