package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

@NeedsNode
class SessionsTest {

    private static final Json GROUP = Cloud.only("AWS::ElastiCache::ReplicationGroup");

    @Test
    void aReplicaInAnotherZoneTakesOver() {
        assertThat(GROUP.at("Engine").text()).isEqualTo("valkey");
        assertThat(GROUP.at("AutomaticFailoverEnabled").text()).isEqualTo("true");
        assertThat(GROUP.at("MultiAZEnabled").text()).isEqualTo("true");
        assertThat(Integer.parseInt(GROUP.at("ReplicasPerNodeGroup").text())).isPositive();
    }

    @Test
    void isEncryptedOnTheWayAndAtRest() {
        assertThat(GROUP.at("TransitEncryptionEnabled").text()).isEqualTo("true");
        assertThat(GROUP.at("TransitEncryptionMode").text()).isEqualTo("required");
        assertThat(GROUP.at("AtRestEncryptionEnabled").text()).isEqualTo("true");
        assertThat(GROUP.at("KmsKeyId").toString()).contains("KeysData");
    }

    @Test
    void theApplicationHasAUserWithItsOwnKeysAlone() {
        Json user = Cloud.at("AWS::ElastiCache::User", "Sessions/User");
        Json nobody = Cloud.at("AWS::ElastiCache::User", "Sessions/Nobody");

        assertThat(nobody.at("UserName").text()).isEqualTo("default");
        assertThat(nobody.at("AccessString").text()).isEqualTo("off -@all");

        assertThat(GROUP.at("UserGroupIds", 0).toString()).contains("SessionsUsers");
        assertThat(user.at("AccessString").text())
                .startsWith("on resetchannels ~consilium:* &consilium:* -@all ")
                .contains("-@dangerous")
                .doesNotContain("+@all", "nopass", "allkeys");
        assertThat(user.at("AuthenticationMode", "Type").text()).isEqualTo("password");
        assertThat(user.at("AuthenticationMode", "Passwords").toString()).contains("resolve:secretsmanager");
    }

    @Test
    void snapshotsAreKeptAndNothingIsEvicted() {
        assertThat(Integer.parseInt(GROUP.at("SnapshotRetentionLimit").text())).isGreaterThanOrEqualTo(15);
        assertThat(Cloud.only("AWS::ElastiCache::ParameterGroup")
                        .at("Properties", "maxmemory-policy")
                        .text())
                .isEqualTo("noeviction");
    }

    /** The tests of the whole run with these rights: what they do not need, nobody has. */
    @Test
    void theRightsAreThoseOfTheLocalServer() throws IOException {
        String local = Files.readString(
                        Path.of("../local/src/main/java/org/consilium/local/redis/RedisConfiguration.java"))
                .replaceAll("\"\\s*\\+ \"", "");

        assertThat(local).contains("\"" + Sessions.RIGHTS + "\"");
    }
}
