package org.consilium.local.jdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.consilium.local.jdk.Machine.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs {@code .ci/run} on Debian with a fake package manager and a fake Maven, which only print how they were called.
 */
class ContinuousIntegrationTest {

    @TempDir
    Path folder;

    private Machine machine;
    private Path project;

    @BeforeEach
    void boot() throws IOException {
        machine = new Machine(folder);
        machine.isDefault(machine.jdk("java-17-openjdk", "17.0.15"));
        machine.program("apt-get", "echo apt-get \"$@\"");
        project = Files.createDirectories(folder.resolve("a project"));
        copy(".ci/run");
        copy(".mvn/jdk");
        Machine.write(project.resolve("mvnw"), "echo mvnw \"$@\"");
    }

    private void copy(String file) throws IOException {
        Files.createDirectories(project.resolve(file).getParent());
        Files.copy(Path.of("../..", file), project.resolve(file));
    }

    @Test
    void theNewestJdkOfDebianIsInstalled() throws Exception {
        archiveHas("21|25");

        Outcome outcome = run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output())
                .startsWith("apt-get update -q")
                .filteredOn(line -> line.startsWith("apt-get install"))
                .singleElement()
                .asString()
                .contains("openjdk-25-jdk-headless")
                .doesNotContain("openjdk-21");
        assertThat(outcome.output()).last().isEqualTo("mvnw -B -ntp verify");
    }

    @Test
    void anOlderDebianInstallsTheNewestThatItHas() throws Exception {
        archiveHas("21");

        assertThat(run().output()).anyMatch(line -> line.matches("apt-get install .*openjdk-21-jdk-headless.*"));
    }

    @Test
    void oneLineSaysWhatToInstallIfDebianHasNone() throws Exception {
        archiveHas("17");

        Outcome outcome = run();

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.output()).containsExactly("apt-get update -q");
        assertThat(outcome.errors()).singleElement().asString().contains("JDK of version 21 or newer");
    }

    @Test
    void nothingIsInstalledIfThereIsAJdk() throws Exception {
        machine.jdk("temurin-25", "25.0.3");
        archiveHas("21|25");

        Outcome outcome = run();

        assertThat(outcome.code()).isZero();
        assertThat(outcome.output()).noneMatch(line -> line.contains("openjdk"));
        assertThat(outcome.output()).last().isEqualTo("mvnw -B -ntp verify");
    }

    private void archiveHas(String releases) throws IOException {
        machine.program(
                "apt-cache",
                "case $2 in openjdk-" + releases.replace("|", "-*|openjdk-") + "-*) ;; *) exit 100 ;; esac");
    }

    private Outcome run() throws IOException, InterruptedException {
        return machine.run(project.resolve(".ci/run").toString());
    }
}
