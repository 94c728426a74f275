package org.consilium.aws.stack.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

@NeedsNode
class SessionsTest {

    private static final String GROUP = "AWS::ElastiCache::ReplicationGroup";
    private static final String USER = "AWS::ElastiCache::User";

    @Test
    void failsOverToAReplicaInAnotherZone() {
        Cloud.all(GROUP, Map.of("Engine", "valkey", "AutomaticFailoverEnabled", true, "MultiAZEnabled", true));
        assertThat(Cloud.only(GROUP).at("ReplicasPerNodeGroup").number()).isPositive();
    }

    @Test
    void isEncryptedInTransitAndAtRest() {
        Cloud.all(
                GROUP,
                Map.of(
                        "TransitEncryptionEnabled",
                        true,
                        "TransitEncryptionMode",
                        "required",
                        "AtRestEncryptionEnabled",
                        true,
                        "KmsKeyId",
                        Cloud.arn("KeysData")));
    }

    @Test
    void theApplicationHasAUserForItsOwnKeysOnly() {
        Json user = Cloud.at(USER, "Sessions/User");

        Cloud.has(USER, "Sessions/Nobody", Map.of("UserName", "default", "AccessString", "off -@all"));
        Cloud.all(GROUP, Map.of("UserGroupIds", List.of(Cloud.ref("SessionsUsers"))));
        assertThat(user.at("AccessString").text())
                .startsWith("on resetchannels ~consilium:* &consilium:* -@all ")
                .contains("-@dangerous")
                .doesNotContain("+@all", "nopass", "allkeys");
        assertThat(user.at("AuthenticationMode", "Type").text()).isEqualTo("password");
        assertThat(user.at("AuthenticationMode", "Passwords").toString()).contains("resolve:secretsmanager");
    }

    @Test
    void snapshotsAreKeptAndNothingIsEvicted() {
        assertThat(Cloud.only(GROUP).at("SnapshotRetentionLimit").number()).isGreaterThanOrEqualTo(15);
        Cloud.all("AWS::ElastiCache::ParameterGroup", Map.of("Properties", Map.of("maxmemory-policy", "noeviction")));
    }

    /** All integration tests run with these permissions, so that none of them is missing. */
    @Test
    void thePermissionsAreThoseOfTheLocalServer() throws IOException {
        String local = Files.readString(
                        Path.of("../local/src/main/java/org/consilium/local/redis/RedisConfiguration.java"))
                .replaceAll("\"\\s*\\+ \"", "");

        assertThat(local).contains("\"" + Sessions.PERMISSIONS + "\"");
    }
}
