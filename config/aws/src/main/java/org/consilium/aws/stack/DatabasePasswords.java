package org.consilium.aws.stack;

import java.util.Map;
import java.util.Objects;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.RotationMultiUserOptions;
import software.amazon.awscdk.services.rds.RotationSingleUserOptions;
import software.amazon.awscdk.services.sam.CfnApplication;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.amazon.awscdk.services.secretsmanager.SecretRotation;
import software.constructs.Construct;

/**
 * The administrator's and the application's, changed by functions of Secrets Manager. The application's user has two
 * names in turn, so that a node that read its password before a change can work until it is replaced.
 */
final class DatabasePasswords extends Construct {

    /** Longer than a node lives ({@link Fleet#MAXIMUM_LIFETIME_DAYS}): two changes never happen in its life. */
    static final int ROTATION_DAYS = 30;

    private final Network network;
    private final LogGroups groups;
    private final ISecret administrator;
    private final DatabaseSecret application;

    DatabasePasswords(Construct scope, DatabaseInstance primary, Network network, Key key, LogGroups groups) {
        super(scope, "Passwords");
        this.network = network;
        this.groups = groups;
        administrator = Objects.requireNonNull(primary.getSecret());
        application = DatabaseSecret.Builder.create(this, "Application")
                .username(Database.NAME)
                .dbname(Database.NAME)
                .masterSecret(administrator)
                .encryptionKey(key)
                .build();
        // as long as the database is there, somebody has to be able to open it
        application.applyRemovalPolicy(RemovalPolicy.RETAIN);
        ((Secret) primary.getNode().findChild("Secret")).applyRemovalPolicy(RemovalPolicy.RETAIN);
        logs("AdministratorLog", rotate(primary));
        logs("ApplicationLog", rotateApplication(primary));
    }

    private SecretRotation rotate(DatabaseInstance primary) {
        return primary.addRotationSingleUser(RotationSingleUserOptions.builder()
                .automaticallyAfter(Duration.days(ROTATION_DAYS))
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroup(network.rotation())
                .build());
    }

    private SecretRotation rotateApplication(DatabaseInstance primary) {
        return primary.addRotationMultiUser(
                "Application",
                RotationMultiUserOptions.builder()
                        .secret(application.attach(primary))
                        .automaticallyAfter(Duration.days(ROTATION_DAYS))
                        // its user is made by hand, once, after the stack
                        .rotateImmediatelyOnUpdate(false)
                        .vpcSubnets(Network.tier(Network.DATA))
                        .securityGroup(network.rotation())
                        .build());
    }

    /** Lambda writes to a group of the function's name, and would make one with a key that is not ours. */
    private void logs(String id, SecretRotation rotation) {
        CfnApplication function =
                (CfnApplication) Objects.requireNonNull(rotation.getNode().getDefaultChild());
        Object name = ((Map<?, ?>) Objects.requireNonNull(function.getParameters())).get("functionName");
        rotation.getNode().addDependency(groups.make(this, id, "/aws/lambda/" + name));
    }

    /** User and password of the database's administrator, as JSON; no node may read it. */
    ISecret administrator() {
        return administrator;
    }

    /** User and password of the application, as JSON. */
    DatabaseSecret application() {
        return application;
    }
}
