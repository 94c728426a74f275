package org.consilium.aws.stack.data;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.Keys;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.elasticache.CfnParameterGroup;
import software.amazon.awscdk.services.elasticache.CfnReplicationGroup;
import software.amazon.awscdk.services.elasticache.CfnSubnetGroup;
import software.amazon.awscdk.services.elasticache.CfnUser;
import software.amazon.awscdk.services.elasticache.CfnUserGroup;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretStringGenerator;
import software.constructs.Construct;

/**
 * HTTP sessions, cache and live updates, in Valkey: a primary, and replicas in other zones to fail over to. Nothing is
 * ever evicted: people without their session are signed out.
 */
public final class Sessions extends Construct {

    public static final String USER = "consilium";

    private static final String ENGINE = "valkey";
    private static final int SNAPSHOT_DAYS = 15;

    /** Keys and channels with the application's prefix, and the commands by which Redisson learns the topology. */
    static final String PERMISSIONS = "on resetchannels ~consilium:* &consilium:* -@all +@read +@write +@pubsub"
            + " +@scripting +@transaction +@connection -@dangerous +info +role +time";

    private final Secret password;
    private final Secret key;
    private final CfnReplicationGroup group;

    public Sessions(Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys) {
        super(scope, "Sessions");
        password = secret("Password", "Of the application's user of the session store", keys);
        key = secret(
                "Key", "By which nodes encrypt sessions; a second one follows a comma while keys are exchanged", keys);
        group = CfnReplicationGroup.Builder.create(this, "Group")
                .replicationGroupDescription("Sessions, cache and live updates of " + stage.name())
                .engine(ENGINE)
                .engineVersion("8.0")
                .cacheNodeType(plan.cache().instance().cacheType())
                .cacheParameterGroupName(parameters().getRef())
                .numNodeGroups(1)
                .replicasPerNodeGroup(plan.cache().replicas())
                .automaticFailoverEnabled(true)
                .multiAzEnabled(true)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .kmsKeyId(keys.data().getKeyArn())
                .userGroupIds(List.of(users(stage).getRef()))
                .port(Network.SESSIONS_PORT)
                .cacheSubnetGroupName(subnets(network).getRef())
                .securityGroupIds(List.of(network.sessions().getSecurityGroupId()))
                .snapshotRetentionLimit(SNAPSHOT_DAYS)
                .autoMinorVersionUpgrade(true)
                .build();
        group.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
    }

    private Secret secret(String id, String description, Keys keys) {
        return Secret.Builder.create(this, id)
                .description(description)
                .encryptionKey(keys.data())
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
    }

    private CfnParameterGroup parameters() {
        return CfnParameterGroup.Builder.create(this, "Parameters")
                .cacheParameterGroupFamily("valkey8")
                .description("Nothing is evicted")
                .properties(Map.of("maxmemory-policy", "noeviction"))
                .build();
    }

    private CfnUserGroup users(Stage stage) {
        CfnUser user = CfnUser.Builder.create(this, "User")
                .engine(ENGINE)
                .userId("consilium-" + stage.name())
                .userName(USER)
                .accessString(PERMISSIONS)
                .authenticationMode(Map.of(
                        "Type",
                        "password",
                        "Passwords",
                        List.of(password.getSecretValue().unsafeUnwrap())))
                .build();
        // every user group needs a default user, which is that of clients that name none
        CfnUser nobody = CfnUser.Builder.create(this, "Nobody")
                .engine(ENGINE)
                .userId("consilium-" + stage.name() + "-nobody")
                .userName("default")
                .accessString("off -@all")
                .authenticationMode(Map.of("Type", "no-password-required"))
                .build();
        return CfnUserGroup.Builder.create(this, "Users")
                .engine(ENGINE)
                .userGroupId("consilium-" + stage.name())
                .userIds(List.of(user.getRef(), nobody.getRef()))
                .build();
    }

    private CfnSubnetGroup subnets(Network network) {
        return CfnSubnetGroup.Builder.create(this, "Subnets")
                .description("The data tier")
                .subnetIds(
                        network.vpc().selectSubnets(Network.tier(Network.DATA)).getSubnetIds())
                .build();
    }

    /** The addresses of the primary and the readers, in the server's format. */
    public String addresses() {
        return "rediss://" + group.getAttrPrimaryEndPointAddress() + ":" + Network.SESSIONS_PORT + ",rediss://"
                + group.getAttrReaderEndPointAddress() + ":" + Network.SESSIONS_PORT;
    }

    public Secret password() {
        return password;
    }

    /** The secret by which nodes encrypt what a session keeps. */
    public Secret key() {
        return key;
    }

    public CfnReplicationGroup group() {
        return group;
    }
}
