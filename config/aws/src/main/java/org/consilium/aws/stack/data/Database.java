package org.consilium.aws.stack.data;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.Keys;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.CfnDBInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceReadReplica;
import software.amazon.awscdk.services.rds.IDatabaseInstance;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** MySQL 8.4: a primary with a synchronous standby in another zone, and read replicas. */
public final class Database extends Construct {

    private static final int BACKUP_DAYS = 35;
    /** How many times their first size the disks may grow to. */
    private static final int GROWTH = 10;

    private static final int MONITORING_SECONDS = 60;
    private static final int INSIGHTS_DAYS = 7;

    private final Network network;
    private final CapacityPlan plan;
    private final Key key;
    private final LogGroups groups;
    private final Role monitoring;
    private final DatabaseParameters parameters;
    private final DatabaseInstance primary;
    private final DatabasePasswords passwords;
    private final List<DatabaseInstanceReadReplica> replicas = new ArrayList<>();

    public Database(Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys) {
        super(scope, "Database");
        this.network = network;
        this.plan = plan;
        this.key = keys.data();
        this.groups = new LogGroups(keys.logs());
        monitoring = Role.Builder.create(this, "Monitoring")
                .assumedBy(new ServicePrincipal("monitoring.rds.amazonaws.com"))
                .managedPolicies(
                        List.of(ManagedPolicy.fromAwsManagedPolicyName("service-role/AmazonRDSEnhancedMonitoringRole")))
                .build();
        parameters = new DatabaseParameters(this);
        primary = primary("consilium-" + stage.name());
        passwords = new DatabasePasswords(this, primary, network, key, groups);
        for (int number = 1; number <= plan.database().replicas(); number++) {
            replicas.add(replica("consilium-" + stage.name() + "-replica-" + number, "Replica" + number));
        }
    }

    private DatabaseInstance primary(String name) {
        DatabaseInstance instance = DatabaseInstance.Builder.create(this, "Primary")
                .instanceIdentifier(name)
                .engine(DatabaseParameters.engine())
                .instanceType(type())
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroups(List.of(network.database()))
                .port(Network.DATABASE_PORT)
                .databaseName(DatabaseParameters.NAME)
                .multiAz(true)
                .allocatedStorage(plan.database().storageGigabytes())
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .credentials(Credentials.fromGeneratedSecret(
                        "administrator",
                        CredentialsBaseOptions.builder().encryptionKey(key).build()))
                .parameterGroup(parameters.primary())
                .backupRetention(Duration.days(BACKUP_DAYS))
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        configure(instance);
        logs(name, instance);
        return instance;
    }

    private DatabaseInstanceReadReplica replica(String name, String id) {
        DatabaseInstanceReadReplica replica = DatabaseInstanceReadReplica.Builder.create(this, id)
                .instanceIdentifier(name)
                .sourceDatabaseInstance(primary)
                .instanceType(type())
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroups(List.of(network.database()))
                .port(Network.DATABASE_PORT)
                .parameterGroup(parameters.replicas())
                .build();
        configure(replica);
        logs(name, replica);
        return replica;
    }

    /** The options that both have. CDK's builders share no type, but the resource that they create is of one kind. */
    private void configure(IDatabaseInstance instance) {
        CfnDBInstance resource =
                (CfnDBInstance) requireNonNull(instance.getNode().getDefaultChild());
        resource.setPubliclyAccessible(false);
        resource.setStorageType("gp3");
        resource.setMaxAllocatedStorage(plan.database().storageGigabytes() * GROWTH);
        resource.setEnableIamDatabaseAuthentication(true);
        resource.setCaCertificateIdentifier(CaCertificate.RDS_CA_RSA2048_G1.toString());
        resource.setCopyTagsToSnapshot(true);
        resource.setDeletionProtection(true);
        resource.setAutoMinorVersionUpgrade(true);
        resource.setMonitoringInterval(MONITORING_SECONDS);
        resource.setMonitoringRoleArn(monitoring.getRoleArn());
        resource.setEnablePerformanceInsights(true);
        resource.setPerformanceInsightsKmsKeyId(key.getKeyArn());
        resource.setPerformanceInsightsRetentionPeriod(INSIGHTS_DAYS);
        resource.setEnableCloudwatchLogsExports(DatabaseParameters.LOGS);
    }

    /** Creates the log groups before the instance: RDS would create them without the hospital's key. */
    private void logs(String name, IConstruct instance) {
        for (String log : DatabaseParameters.LOGS) {
            LogGroup group = groups.make(this, name + "-" + log, "/aws/rds/instance/" + name + "/" + log);
            instance.getNode().addDependency(group);
        }
    }

    /** The users of the application, which alternate with each rotation of its password. */
    public static List<String> applicationUsers() {
        return List.of(DatabaseParameters.NAME, DatabaseParameters.NAME + "_clone");
    }

    /** The JDBC URL of the primary. */
    public String address() {
        return JdbcUrl.of(primary);
    }

    /** The JDBC URLs of all replicas, separated by spaces: a node uses them in turn. */
    public String replicaAddresses() {
        return replicas.stream().map(JdbcUrl::of).collect(joining(" "));
    }

    private InstanceType type() {
        return new InstanceType(plan.database().instance().databaseType().replaceFirst("^db[.]", ""));
    }

    public DatabaseInstance primary() {
        return primary;
    }

    public List<DatabaseInstanceReadReplica> replicas() {
        return replicas;
    }

    public DatabaseParameters parameters() {
        return parameters;
    }

    public DatabasePasswords passwords() {
        return passwords;
    }
}
