package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.CapacityPlan;
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
 * HTTP sessions, cache and live updates: a primary and replicas in other zones, one of which takes its place when it
 * fails. Nothing is ever evicted: a session that went would sign its owner out.
 */
final class Sessions extends Construct {

    static final int PORT = 16379;
    static final String USER = "consilium";

    private static final String ENGINE = "valkey";
    private static final int DAYS_OF_SNAPSHOTS = 15;

    /** What the application's keys and channels begin with, and what Redisson asks about the topology. */
    static final String RIGHTS = "on resetchannels ~consilium:* &consilium:* -@all +@read +@write +@pubsub"
            + " +@scripting +@transaction +@connection -@dangerous +info +role +time";

    private final Secret password;
    private final CfnReplicationGroup group;

    Sessions(Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys) {
        super(scope, "Sessions");
        password = Secret.Builder.create(this, "Password")
                .description("Of the application's user of the session store")
                .encryptionKey(keys.data())
                .generateSecretString(SecretStringGenerator.builder()
                        .passwordLength(64)
                        .excludePunctuation(true)
                        .build())
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        group = CfnReplicationGroup.Builder.create(this, "Group")
                .replicationGroupDescription("Sessions, cache and live updates of " + stage.name())
                .engine(ENGINE)
                .engineVersion("8.0")
                .cacheNodeType(plan.cacheType())
                .cacheParameterGroupName(parameters().getRef())
                .numNodeGroups(1)
                .replicasPerNodeGroup(plan.cacheReplicas())
                .automaticFailoverEnabled(true)
                .multiAzEnabled(true)
                .transitEncryptionEnabled(true)
                .transitEncryptionMode("required")
                .atRestEncryptionEnabled(true)
                .kmsKeyId(keys.data().getKeyArn())
                .userGroupIds(List.of(users(stage).getRef()))
                .port(PORT)
                .cacheSubnetGroupName(subnets(network).getRef())
                .securityGroupIds(List.of(network.sessions().getSecurityGroupId()))
                .snapshotRetentionLimit(DAYS_OF_SNAPSHOTS)
                .autoMinorVersionUpgrade(true)
                .build();
        group.applyRemovalPolicy(RemovalPolicy.SNAPSHOT);
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
                .accessString(RIGHTS)
                .authenticationMode(Map.of(
                        "Type",
                        "password",
                        "Passwords",
                        List.of(password.getSecretValue().unsafeUnwrap())))
                .build();
        // a group has a user of this name, which clients are that name none
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

    /** The primary's address and the readers', as the server takes them. */
    String addresses() {
        return "rediss://" + group.getAttrPrimaryEndPointAddress() + ":" + PORT + ",rediss://"
                + group.getAttrReaderEndPointAddress() + ":" + PORT;
    }

    Secret password() {
        return password;
    }

    CfnReplicationGroup group() {
        return group;
    }
}
