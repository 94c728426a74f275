package org.consilium.local;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.local.node.Node;

/** The text that the run command prints once everything is running: the address, the accounts, how to stop. */
final class Welcome {
    private Welcome() {}

    static String text(URI address, URI letters, Path state, List<String> accounts, List<Node> nodes) {
        Stream<String> lines = Stream.of(
                        Stream.of("", "Consilium is ready: " + address, ""),
                        accounts.stream(),
                        nodes.isEmpty() ? Stream.<String>empty() : nodes(nodes),
                        Stream.of(
                                "",
                                "Data and logs: " + state,
                                "E-mail:        " + letters + " (nothing leaves this machine; letters are read here)",
                                "To stop:       Ctrl-C, or kill "
                                        + ProcessHandle.current().pid(),
                                ""))
                .flatMap(part -> part);
        return lines.map(line -> line.isEmpty() ? "\n" : "    " + line + "\n").collect(Collectors.joining());
    }

    private static Stream<String> nodes(List<Node> nodes) {
        Stream<String> each = nodes.stream()
                .map(node -> "%s is process %d, %s"
                        .formatted(node.process().name(), node.process().pid(), node.address()));
        return Stream.of(
                        Stream.of("", "It is served by " + nodes.size() + " nodes:", ""),
                        each,
                        Stream.of(
                                "", "Kill any of them (kill, kill -9): the others carry on, and it is started again."))
                .flatMap(part -> part);
    }

    static List<String> demoAccounts() {
        return List.of(
                "patient@example.org   Paula Patient, who is unwell",
                "nurse@example.org     Nina Nurse, of the general care team",
                "doctor@example.org    Dora Doctor, of the same team",
                "admin@example.org     Arno Admin, who invites staff",
                "privacy@example.org   Petra Privacy, who oversees the records, and approves new staff",
                "",
                "With an authenticator app as well (key CONS ILIU MDEM OCON SILI UMDE MOCO NSIL),",
                "or a recovery code (DEM00-00001 to DEM00-00003):",
                "",
                "rosa.rash@example.org Rosa Rash, who is unwell",
                "sven.skin@example.org Sven Skin, of the skin team",
                "",
                "Password of all: Consilium-demo-1");
    }
}
