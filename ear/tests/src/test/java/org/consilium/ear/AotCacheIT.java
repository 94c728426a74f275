package org.consilium.ear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.consilium.ear.stand.Stand;
import org.consilium.local.node.AotCache;
import org.consilium.local.node.Node;
import org.consilium.local.process.Project;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The nodes of the tests start from the recorded classes of the server; what does not fit is left aside in silence. */
class AotCacheIT {

    @Test
    void aNodeStartsFromIt() throws IOException {
        Node node = Stand.get().node();
        AotCache cache = AotCache.ofServer();
        assertThat(cache.exists()).isTrue();
        Path memory = Path.of("/proc", String.valueOf(node.process().pid()), "maps");
        assertThat(Files.readString(memory))
                .as("files in the memory of the node")
                .contains(cache.file().toString());
    }

    @Test
    void oneThatDoesNotFitChangesNothing(@TempDir Path folder) throws IOException, InterruptedException {
        var unused = Stand.get().node(); // sees to it that there is one
        byte[] recorded = Files.readAllBytes(AotCache.ofServer().file());
        Path damaged = Files.write(folder.resolve("damaged"), Arrays.copyOf(recorded, recorded.length / 2));
        String usage = output(List.of());
        assertThat(usage).contains("--deploy");
        assertThat(output(AotCache.optionsFor(damaged))).isEqualTo(usage);
        assertThat(output(AotCache.optionsFor(folder.resolve("missing")))).isEqualTo(usage);
    }

    /** It would run on any processor, and crash on one with fewer instructions than that of the recording. */
    @Test
    void noMachineCodeIsTakenFromIt() throws IOException, InterruptedException {
        assumeTrue(Runtime.version().feature() >= 25, "only JDK 25 has machine code in it");
        var unused = Stand.get().node(); // sees to it that there is one
        Path cache = AotCache.ofServer().file();
        List<String> options = new ArrayList<>(AotCache.optionsFor(cache));
        options.add("-XX:+PrintFlagsFinal");
        assertThat(output(options)).containsPattern("AOTAdapterCaching += false");
        Path script = Project.here().server().resolveSibling("bin").resolve("consilium-server");
        ProcessBuilder started = new ProcessBuilder(script.toString(), "--help");
        started.environment().put("JAVA_HOME", System.getProperty("java.home"));
        started.environment().put("CONSILIUM_AOT_CACHE", cache.toString());
        started.environment().put("CONSILIUM_JAVA_OPTS", "-XX:+UseSerialGC -XX:+PrintFlagsFinal");
        assertThat(output(started)).containsPattern("AOTAdapterCaching += false");
    }

    /** What the server says when it is only asked for its usage. */
    private static String output(List<String> options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", Project.here().server().toString(), "--help"));
        return output(new ProcessBuilder(command));
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output;
    }
}
