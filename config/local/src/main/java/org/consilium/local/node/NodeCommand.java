package org.consilium.local.node;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.consilium.local.process.PrivateFile;
import org.consilium.local.process.Project;
import org.consilium.local.process.Workspace;

/** The command line of a node. */
final class NodeCommand {
    /** A small heap and only the fast compiler: ready sooner, and enough for one user. */
    private static final List<String> JAVA_OPTIONS =
            List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Djava.awt.headless=true");

    private NodeCommand() {}

    /**
     * The command of a node; also writes its configuration file.
     *
     * @param cacheOptions the Java options for the {@link AotCache}
     */
    static List<String> of(Workspace workspace, NodeSettings settings, List<String> cacheOptions) {
        Path properties =
                PrivateFile.write(workspace.configuration(settings.name() + ".properties"), settings.properties());
        List<String> command = new ArrayList<>();
        if (!settings.environment().isEmpty()) {
            command.add("env");
            settings.environment().forEach((variable, value) -> command.add(variable + "=" + value));
        }
        command.add(Project.java().toString());
        command.addAll(JAVA_OPTIONS);
        command.addAll(cacheOptions);
        command.addAll(settings.javaOptions());
        command.addAll(List.of("-jar", Project.here().server().toString()));
        command.addAll(List.of("--host", settings.host(), "--port", String.valueOf(settings.port())));
        command.addAll(List.of(
                "--rootdir", workspace.folder("run").resolve(settings.name()).toString()));
        command.addAll(List.of("--systemProperties", properties.toString()));
        command.addAll(List.of("--deploy", settings.application().toString()));
        return command;
    }
}
