package org.consilium.aws.stack.data;

import java.util.Map;
import java.util.Objects;
import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.network.Network;
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
import software.amazon.awscdk.services.secretsmanager.SecretRotationApplication;
import software.constructs.Construct;

/**
 * The passwords of the administrator, of the application and of the audit trail's owner, rotated by Secrets Manager.
 * The application has two users that alternate, so that a node that read its password before a rotation can work until
 * it is replaced. The owner has one, whose password is read for each run.
 */
public final class DatabasePasswords extends Construct {

    /** Longer than the maximum lifetime of a node, so that no node sees two rotations. */
    public static final int ROTATION_DAYS = 30;

    private static final String TRAIL_OWNER = "trail_owner";

    private final Network network;
    private final LogGroups groups;
    private final ISecret administrator;
    private final DatabaseSecret application;
    private final DatabaseSecret trailOwner;

    DatabasePasswords(Construct scope, DatabaseInstance primary, Network network, Key key, LogGroups groups) {
        super(scope, "Passwords");
        this.network = network;
        this.groups = groups;
        administrator = Objects.requireNonNull(primary.getSecret());
        application = DatabaseSecret.Builder.create(this, "Application")
                .username(DatabaseParameters.NAME)
                .dbname(DatabaseParameters.NAME)
                .masterSecret(administrator)
                .encryptionKey(key)
                .build();
        trailOwner = DatabaseSecret.Builder.create(this, "TrailOwner")
                .username(TRAIL_OWNER)
                .encryptionKey(key)
                .build();
        // the database is retained, too, and nobody could open it without them
        application.applyRemovalPolicy(RemovalPolicy.RETAIN);
        trailOwner.applyRemovalPolicy(RemovalPolicy.RETAIN);
        ((Secret) primary.getNode().findChild("Secret")).applyRemovalPolicy(RemovalPolicy.RETAIN);
        logs("AdministratorLog", rotate(primary));
        logs("ApplicationLog", rotateApplication(primary));
        logs("TrailOwnerLog", rotateTrailOwner(primary));
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
                        // its user is created by hand after the first deployment
                        .rotateImmediatelyOnUpdate(false)
                        .vpcSubnets(Network.tier(Network.DATA))
                        .securityGroup(network.rotation())
                        .build());
    }

    private SecretRotation rotateTrailOwner(DatabaseInstance primary) {
        return SecretRotation.Builder.create(this, "TrailOwnerRotation")
                .application(SecretRotationApplication.MYSQL_ROTATION_SINGLE_USER)
                .secret(trailOwner.attach(primary))
                .target(primary)
                .automaticallyAfter(Duration.days(ROTATION_DAYS))
                // its user is created by hand after the first deployment
                .rotateImmediatelyOnUpdate(false)
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroup(network.rotation())
                .build();
    }

    /** Otherwise Lambda would create a log group of the function's name without the hospital's key. */
    private void logs(String id, SecretRotation rotation) {
        CfnApplication function =
                (CfnApplication) Objects.requireNonNull(rotation.getNode().getDefaultChild());
        Object name = ((Map<?, ?>) Objects.requireNonNull(function.getParameters())).get("functionName");
        rotation.getNode().addDependency(groups.make(this, id, "/aws/lambda/" + name));
    }

    /** User and password of the administrator, as JSON; no node may read it. */
    public ISecret administrator() {
        return administrator;
    }

    /** User and password of the trail's owner, as JSON; no node may read it. */
    public DatabaseSecret trailOwner() {
        return trailOwner;
    }

    /** User and password of the application, as JSON. */
    public DatabaseSecret application() {
        return application;
    }
}
