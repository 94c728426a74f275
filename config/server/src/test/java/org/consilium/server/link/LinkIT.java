package org.consilium.server.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassReader;

/**
 * Jars that were compiled against another edition or an older version of Payara find all they refer to in the runtime
 * that ships. Otherwise a node would fail when a class is first used: at a deployment, or much later.
 */
class LinkIT {
    private static final Path DIST = Path.of(System.getProperty("consilium.dist"));

    /** With the minimum number of references in each, as a jar that was not read would pass. */
    @ParameterizedTest
    @CsvSource({"runtime/deployment-javaee-full.jar, 700", "runtime/appclient-connector.jar, 60", "server.jar, 2500"})
    void everythingResolvesInTheRuntimeThatShips(Path jar, int least) throws IOException {
        List<ClassReader> classes = classes(DIST.resolve(jar));
        // its manifest lists the class path of a node
        URL[] launcher = {DIST.resolve("server.jar").toUri().toURL()};
        try (URLClassLoader runtime = new URLClassLoader(launcher, ClassLoader.getPlatformClassLoader())) {
            Linker linker = new Linker(runtime);

            assertThat(classes.stream().flatMap(type -> linker.unresolved(type).stream()))
                    .isEmpty();
        }
        assertThat(classes.stream().mapToInt(type -> Reference.in(type).size()).sum())
                .isGreaterThan(least);
    }

    private static List<ClassReader> classes(Path jar) throws IOException {
        List<ClassReader> classes = new ArrayList<>();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (JarEntry entry : (Iterable<JarEntry>) file.stream()::iterator) {
                if (entry.getName().endsWith(".class")) {
                    try (InputStream content = file.getInputStream(entry)) {
                        classes.add(new ClassReader(content));
                    }
                }
            }
        }
        return classes;
    }
}
