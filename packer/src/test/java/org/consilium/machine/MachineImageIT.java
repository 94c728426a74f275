package org.consilium.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The image is made on this machine as it is made in the cloud, and booted; test/image-test tells how. */
class MachineImageIT {

    /** By the script: that Debian's packages cannot be reached. */
    private static final int NO_MIRROR = 77;

    /** Programs with the packages that bring them. */
    private static final List<String> PROGRAMS = List.of(
            "debootstrap", "systemd-nspawn", "packer", "shellcheck", "shfmt", "ip", "jq", "curl", "git", "nsenter");

    private static final boolean CI = Optional.ofNullable(System.getenv("CI")).isPresent();

    @Test
    void isBuiltBootedAndServes() throws Exception {
        List<String> missing = missing();
        String left = "the machine image is not tested here: missing " + String.join(", ", missing);
        if (!missing.isEmpty() && !CI) {
            System.out.println(left);
        }
        assumeTrue(missing.isEmpty() || CI, left);
        assertThat(missing).isEmpty();

        List<String> lines = new ArrayList<>();
        int exit = run(lines);
        assumeTrue(exit != NO_MIRROR || CI, "the machine image is not tested here: no way to Debian's packages");
        assertThat(exit).as(String.join(System.lineSeparator(), lines)).isZero();
    }

    private static List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (!"root".equals(System.getProperty("user.name"))) {
            missing.add("the rights of root");
        }
        if (!Files.exists(Path.of("/etc/debian_version"))) {
            missing.add("Debian");
        }
        PROGRAMS.stream().filter(program -> !isInstalled(program)).forEach(missing::add);
        return missing;
    }

    private static boolean isInstalled(String program) {
        String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
        return Stream.concat(Stream.of(path.split(":")), Stream.of("/usr/sbin"))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
    }

    /** Shows the output as it comes: it takes minutes. */
    private static int run(List<String> lines) throws IOException, InterruptedException {
        ProcessBuilder script = new ProcessBuilder("test/image-test").redirectErrorStream(true);
        script.environment().put("JAVA_HOME", System.getProperty("java.home"));
        script.environment().put("CONSILIUM_TEST_CLASSPATH", System.getProperty("java.class.path"));
        Process process = script.start();
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            reader.lines().forEach(line -> {
                System.out.println(line);
                lines.add(line);
            });
        } finally {
            // its trap puts everything away
            process.destroy();
        }
        return process.waitFor();
    }
}
