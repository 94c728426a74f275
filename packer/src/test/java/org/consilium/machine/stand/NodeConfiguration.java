package org.consilium.machine.stand;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One node's configuration, as it lies in Parameter Store and in Secrets Manager, and as it is to arrive.
 *
 * @param role how the node signs its requests
 * @param parameters values by names, those that are secret being references
 * @param secrets values by ids
 * @param expected what the server is to read
 * @param keeper what the keeper of the audit trail is to read, by names
 */
record NodeConfiguration(
        Role role,
        SortedMap<String, String> parameters,
        Map<String, String> secrets,
        Map<String, String> expected,
        SortedMap<String, String> keeper) {

    static final String PATH = "/consilium/test";
    static final String KEEPER_PATH = "/consilium-trail/test";
    /** The password with which the test of the image creates the trail's owner. */
    private static final String OWNER_PASSWORD = "The-owner-of-the-trail-1";

    private static final String ARN = "arn:aws:secretsmanager:us-east-1:123456789012:secret:";
    private static final String PASSWORD = "consilium.database.password";
    private static final String REDIS = "consilium.redis.password";

    /** Everything that the escapes of a file of properties are for. */
    private static final String ODD = "  p\\a:ss=w#o!rd \u00fc\u20ac\ud83d\ude00 \"'$(x)`\ntwo\tlines ";

    static NodeConfiguration of(Map<String, String> properties) {
        Map<String, String> expected = new TreeMap<>(properties);
        // the object store of the test takes no credentials of a session, so the node has its own key for that
        Role role = new Role("ASIA" + "TESTOFTHEMACHINE", "a-secret-key-of-the-role", "a-token-of-the-session");
        // files of the machine that runs the test; nothing is encrypted with the first, and KMS has the second
        expected.remove("consilium.storage.key-file");
        expected.remove("consilium.audit.seal-key-file");
        expected.put("consilium.audit.seal-key", "alias/consilium-seals");
        expected.put("consilium.account.administrator-email", "admin@example.org");
        expected.put("consilium.account.administrator-password", "Machine-image-1");
        expected.put("consilium.test.odd", ODD);

        SortedMap<String, String> parameters = new TreeMap<>();
        expected.forEach((key, value) -> parameters.put(PATH + "/" + key, value));
        parameters.put(PATH + "/" + PASSWORD, "secret:" + ARN + "database-AbCdEf#password");
        parameters.put(PATH + "/consilium.database.user", "secret:" + ARN + "database-AbCdEf#username");
        parameters.put(PATH + "/aws.secretAccessKey", "secret:consilium/store");
        parameters.put(PATH + "/" + REDIS, "secret:consilium/redis");
        parameters.put(PATH + "/consilium.test.odd", "secret:consilium/odd");
        // as deep as one likes
        parameters.put(PATH + "/web/consilium.web.time-zone", "Europe/Vienna");
        expected.put("consilium.web.time-zone", "Europe/Vienna");
        Map<String, String> secrets = Map.of(
                ARN + "database-AbCdEf",
                "{\"username\":\"%s\",\"password\":\"%s\"}"
                        .formatted(value(expected, "consilium.database.user"), value(expected, PASSWORD)),
                "consilium/store",
                value(expected, "aws.secretAccessKey"),
                "consilium/redis",
                value(expected, REDIS),
                "consilium/odd",
                ODD);
        return new NodeConfiguration(role, parameters, secrets, expected, keeper(expected));
    }

    private static SortedMap<String, String> keeper(Map<String, String> node) {
        String prefix = KEEPER_PATH + "/consilium.trail.";
        return new TreeMap<>(Map.of(
                prefix + "url", value(node, "consilium.database.url"),
                prefix + "user", "trail_owner",
                prefix + "password", OWNER_PASSWORD,
                prefix + "application-users", "newcomer,nobody",
                prefix + "archive-bucket", value(node, "consilium.storage.bucket"),
                prefix + "archive-region", value(node, "consilium.storage.region"),
                prefix + "archive-endpoint", value(node, "consilium.storage.endpoint")));
    }

    private static String value(Map<String, String> from, String key) {
        String value = from.get(key);
        if (value == null) {
            throw new IllegalStateException("the back ends do not tell " + key);
        }
        return value;
    }

    /** What must be seen nowhere on the node but in its configuration. */
    List<String> secretWords() {
        return List.of(
                value(expected, PASSWORD),
                value(expected, REDIS),
                value(expected, "aws.secretAccessKey"),
                "Machine-image-1",
                OWNER_PASSWORD,
                role.secretKey());
    }

    void writeExpected(Path file) throws IOException {
        Properties properties = new Properties();
        properties.putAll(expected);
        try (OutputStream out = Files.newOutputStream(file)) {
            properties.store(out, null);
        }
    }
}
