package org.consilium.machine.stand;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.consilium.local.database.MariaDb;
import org.consilium.local.mail.MailServer;
import org.consilium.local.process.BackEnd;
import org.consilium.local.process.Workspace;
import org.consilium.local.redis.RedisServer;
import org.consilium.local.store.S3Server;

/**
 * Starts the back ends and the stand-ins of AWS's services, and stays until it is told to end: Cloud {@code <folder>}.
 * Writes into the folder what the test of the image has to know, last of all {@code ready}.
 */
public final class Cloud {

    private Cloud() {}

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        Workspace workspace = Workspace.open(folder.resolve("local"));
        Runtime.getRuntime().addShutdownHook(new Thread(workspace::close));
        Map<String, String> properties = new HashMap<>();
        List<BackEnd> backEnds = List.of(
                MariaDb.start(workspace),
                S3Server.start(workspace),
                RedisServer.start(workspace),
                MailServer.start(workspace));
        for (BackEnd backEnd : backEnds) {
            backEnd.awaitReady();
            properties.putAll(backEnd.properties());
        }
        properties.put("consilium.secret.keys", workspace.secrets().get("database.key"));
        properties.put("consilium.account.second-factor-patient", "offered");
        NodeConfiguration configuration = NodeConfiguration.of(properties);
        InstanceMetadata.start(configuration.role(), folder.resolve("lifecycle-state"));
        int port = AwsApi.start(configuration, folder.resolve("lifecycle-action"), folder.resolve("secrets-gone"));

        configuration.writeExpected(folder.resolve("expected.properties"));
        Files.write(folder.resolve("secrets"), configuration.secretWords());
        Files.writeString(folder.resolve("endpoint"), "http://127.0.0.1:" + port);
        Files.writeString(folder.resolve("ready"), "");
    }
}
