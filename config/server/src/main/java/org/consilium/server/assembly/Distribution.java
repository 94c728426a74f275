package org.consilium.server.assembly;

import java.io.IOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Assembles the distribution from its parts: Payara Micro, the jars that let it deploy an EAR, our libraries and
 * classes, and the files of {@code src/main/dist}. Writes only files that have changed.
 */
public final class Distribution {
    private final Path micro;
    private final Path earSupport;
    private final Path libraries;
    private final Path classes;
    private final Path files;
    private final Path target;

    private Distribution(Path parts, Path classes, Path files, Path target) {
        this.micro = parts.resolve("micro");
        this.earSupport = parts.resolve("ear-support/payara6/glassfish/modules");
        this.libraries = parts.resolve("libraries");
        this.classes = classes;
        this.files = files;
        this.target = target;
    }

    /** Arguments: the folders of the parts, of our classes, of our files, and of the result. */
    public static void main(String[] arguments) throws IOException {
        new Distribution(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]), Path.of(arguments[3]))
                .assemble();
    }

    private void assemble() throws IOException {
        Tree tree = new Tree(target);
        Tree runtime = tree.in("runtime");
        runtime.copy(micro.resolve("MICRO-INF/runtime"));
        runtime.copy(earSupport);
        runtime.copy(libraries);
        Tree domain = tree.in("domain/config");
        domain.copy(micro.resolve("MICRO-INF/domain"), "domain.xml", "logging.properties", "boot.txt");
        domain.write("domain.xml", new DomainTemplate(micro.resolve("MICRO-INF/domain/domain.xml")).xml());
        resourceAdapters(tree.in("domain/lib"));
        tree.copy(files);
        executable(target.resolve("bin/consilium-server"));
        tree.write("payara-micro-boot.jar", bootJar());
        tree.write("server.jar", serverJar(runtime.files()));
        tree.prune();
    }

    /**
     * Unpacks the adapters through which the server reaches data sources, as Payara's own launcher does at each start.
     */
    private void resourceAdapters(Tree domainLibraries) throws IOException {
        try (var adapters = Files.newDirectoryStream(micro.resolve("MICRO-INF/runtime"), "*.rar")) {
            for (Path adapter : adapters) {
                try (FileSystem archive = FileSystems.newFileSystem(adapter)) {
                    domainLibraries.copy(archive.getPath("/lib"));
                }
            }
        }
    }

    private byte[] bootJar() throws IOException {
        return new JarContent(MicroManifest.empty())
                .add(micro, "fish/")
                .add(micro, "MICRO-INF/payara-boot.properties")
                .bytes();
    }

    private byte[] serverJar(List<Path> runtime) throws IOException {
        List<Path> classPath = new ArrayList<>(List.of(target.resolve("payara-micro-boot.jar")));
        classPath.addAll(runtime);
        return new JarContent(new MicroManifest(micro.resolve("META-INF/MANIFEST.MF")).forServer(target, classPath))
                .add(classes, "org/consilium/server/", "org/consilium/server/assembly/")
                .add(classes, "META-INF/services/")
                .add(classes, "META-INF/hk2-locator/")
                .add(micro, "MICRO-INF/domain/branding/")
                .bytes();
    }

    private static void executable(Path script) throws IOException {
        if (!script.toFile().setExecutable(true, false)) {
            throw new IOException(script + " cannot be made executable");
        }
    }
}
