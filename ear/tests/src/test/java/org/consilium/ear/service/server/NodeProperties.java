package org.consilium.ear.service.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.consilium.ear.stand.Stand;

/** What the server of the tests is told: its back ends, its first administrator, and which process keeps the images. */
final class NodeProperties {

    private static final String DATABASE = "consilium_services";
    private static final String URL = "consilium.database.url";

    /** Amazon RDS comes with this isolation: what the application relies on, it must ask for itself. */
    private static final String AS_RDS = "&sessionVariables=transaction_isolation='REPEATABLE-READ'";

    private NodeProperties() {}

    /** Starts the back ends and writes what a node needs to reach them into a file. */
    static Path write() {
        Stand stand = Stand.get();
        Map<String, String> configuration = stand.configuration(DATABASE);
        Properties all = new Properties();
        all.putAll(configuration);
        all.setProperty(URL, configuration.get(URL) + AS_RDS);
        // every person of these tests comes from one network; RateLimitIT tests the limits
        all.setProperty("consilium.limit.sign-in-account", "100000 per 1s");
        all.setProperty("consilium.limit.sign-in-address", "100000 per 1s");
        all.setProperty("consilium.limit.registration-address", "100000 per 1s");
        // and people do in a minute what takes days
        Stream.of("consultation", "message", "note", "annotation", "care", "administration")
                .forEach(limit -> all.setProperty("consilium.limit." + limit + "-account", "100000 per 1s"));
        all.setProperty("consilium.account.administrator-email", "administrator@hospital.example");
        all.setProperty("consilium.account.administrator-password", "first of all administrators");
        all.setProperty("consilium.account.privacy-officer-email", "officer@hospital.example");
        all.setProperty(
                "consilium.test.s3-process", String.valueOf(stand.s3().process().pid()));
        Path file = stand.workspace().folder("services").resolve("node.properties");
        try (Writer writer = Files.newBufferedWriter(file)) {
            all.store(writer, null);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file;
    }
}
