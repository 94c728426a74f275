package org.consilium.aws.stack.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

/** The configuration that the stack passes, compared with the keys that application and server declare. */
@NeedsNode
class SettingsTest {

    private static final Path APPLICATION =
            Path.of("../../ejb/src/main/resources/META-INF/microprofile-config.properties");
    private static final Path SERVER = Path.of("../server/README.md");
    private static final Pattern DECLARED =
            Pattern.compile("^# (?<meaning>.*)\\n#?(?<key>consilium\\.[a-z.-]+)=", Pattern.MULTILINE);
    private static final Pattern OF_SERVER =
            Pattern.compile("`(consilium\\.(?:redis|server)\\.[a-z-]+)`(?:, `(\\.[a-z]+)`)?");

    private static Set<String> passed() {
        Set<String> keys = new TreeSet<>();
        for (Json parameter : Cloud.all("AWS::SSM::Parameter")) {
            String name = parameter.at("Properties", "Name").text();
            if (!name.startsWith("/consilium-trail/example/")) {
                assertThat(name).startsWith("/consilium/example/");
                keys.add(name.substring("/consilium/example/".length()));
            }
        }
        return keys;
    }

    private static Matcher declarations() throws IOException {
        return DECLARED.matcher(Files.readString(APPLICATION));
    }

    private static Set<String> declaredByServer() throws IOException {
        Set<String> keys = new TreeSet<>();
        Matcher key = OF_SERVER.matcher(Files.readString(SERVER));
        while (key.find()) {
            keys.add(key.group(1));
            if (key.group(2) != null) {
                keys.add("consilium.redis" + key.group(2));
            }
        }
        return keys;
    }

    @Test
    void everythingPassedIsDeclared() throws IOException {
        Set<String> declared = declaredByServer();
        Matcher declarations = declarations();
        while (declarations.find()) {
            declared.add(declarations.group("key"));
        }

        assertThat(declared).hasSizeGreaterThan(20);
        assertThat(declared).containsAll(passed());
    }

    @Test
    void everythingRequiredIsPassed() throws IOException {
        Set<String> required = new TreeSet<>(Set.of("consilium.redis.url", "consilium.server.session-keys"));
        Matcher declarations = declarations();
        while (declarations.find()) {
            String meaning = declarations.group("meaning");
            if (meaning.contains("(required") || meaning.endsWith("; required")) {
                required.add(declarations.group("key"));
            }
        }

        assertThat(required).hasSizeGreaterThan(6);
        assertThat(passed()).containsAll(required);
    }

    /** Part of the archive's anchors and of what is signed: see NodeRoleTest for the permissions. */
    @Test
    void nodesKnowTheKeyOfTheSealsAndTheBucketOfTheAnchors() {
        assertThat(passed()).contains("consilium.audit.seal-key", "consilium.audit.anchor-bucket");
        assertThat(value("consilium.audit.seal-key")).contains("KeysSeals");
        assertThat(value("consilium.audit.anchor-bucket")).contains("TrailArchiveBucket");
    }

    private static String value(String key) {
        return Cloud.at("AWS::SSM::Parameter", "Settings/" + key + "/")
                .at("Value")
                .toString();
    }

    @Test
    void noParameterContainsASecret() {
        for (Json parameter : Cloud.all("AWS::SSM::Parameter")) {
            String name = parameter.at("Properties", "Name").text();
            if (name.endsWith("password") || name.endsWith("edge-key")) {
                assertThat(parameter.at("Properties", "Value").toString())
                        .as(name)
                        .contains("secret:");
            }
            assertThat(parameter.at("Properties", "Value").toString()).as(name).doesNotContain("resolve:");
        }
    }
}
