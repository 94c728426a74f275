package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.iam.ManagedPolicy;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.rds.CaCertificate;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.CredentialsBaseOptions;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.DatabaseInstanceReadReplica;
import software.amazon.awscdk.services.rds.DatabaseSecret;
import software.amazon.awscdk.services.rds.IInstanceEngine;
import software.amazon.awscdk.services.rds.MySqlInstanceEngineProps;
import software.amazon.awscdk.services.rds.MysqlEngineVersion;
import software.amazon.awscdk.services.rds.ParameterGroup;
import software.amazon.awscdk.services.rds.ParameterGroupInstanceBindOptions;
import software.amazon.awscdk.services.rds.RotationMultiUserOptions;
import software.amazon.awscdk.services.rds.RotationSingleUserOptions;
import software.amazon.awscdk.services.rds.StorageType;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;
import software.constructs.IConstruct;

/**
 * MySQL 8.4: a primary with a synchronous standby in another zone, and read replicas. The application's user has two
 * names in turn, so that a node that read its password before a change can work until it is replaced.
 */
final class Database extends Construct {

    static final int PORT = 13306;
    static final String NAME = "consilium";

    /** Longer than a node lives ({@link Fleet#MAXIMUM_LIFETIME_DAYS}): two changes never happen in its life. */
    static final int ROTATION_DAYS = 30;

    private static final int DAYS_OF_BACKUPS = 35;
    /** The disks grow by themselves, to so many times what they begin with. */
    private static final int GROWTH = 10;
    /** The others hold statements, and so what people wrote. */
    private static final List<String> LOGS = List.of("error");

    private static final String LONGEST_READ_MILLISECONDS = "30000";

    private final Network network;
    private final CapacityPlan plan;
    private final Key key;
    private final LogGroups groups;
    private final Role monitoring;
    private final ParameterGroup parameters;
    private final DatabaseInstance primary;
    private final DatabaseSecret application;
    private final List<DatabaseInstanceReadReplica> replicas = new ArrayList<>();

    Database(Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys) {
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
        parameters = parameters("Parameters", Map.of());
        primary = primary("consilium-" + stage.name());
        application = DatabaseSecret.Builder.create(this, "Application")
                .username(NAME)
                .dbname(NAME)
                .masterSecret(primary.getSecret())
                .encryptionKey(key)
                .build();
        // as long as the database is there, somebody has to be able to open it
        application.applyRemovalPolicy(RemovalPolicy.RETAIN);
        ((Secret) primary.getNode().findChild("Secret")).applyRemovalPolicy(RemovalPolicy.RETAIN);
        primary.addRotationSingleUser(RotationSingleUserOptions.builder()
                .automaticallyAfter(Duration.days(ROTATION_DAYS))
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroup(network.rotation())
                .build());
        primary.addRotationMultiUser(
                "Application",
                RotationMultiUserOptions.builder()
                        .secret(application.attach(primary))
                        .automaticallyAfter(Duration.days(ROTATION_DAYS))
                        // its user is made by hand, once, after the stack
                        .rotateImmediatelyOnUpdate(false)
                        .vpcSubnets(Network.tier(Network.DATA))
                        .securityGroup(network.rotation())
                        .build());
        ParameterGroup ofReplicas =
                parameters("ReplicaParameters", Map.of("max_execution_time", LONGEST_READ_MILLISECONDS));
        for (int number = 1; number <= plan.replicas(); number++) {
            replicas.add(replica("consilium-" + stage.name() + "-replica-" + number, "Replica" + number, ofReplicas));
        }
    }

    private static IInstanceEngine engine() {
        return DatabaseInstanceEngine.mysql(MySqlInstanceEngineProps.builder()
                // to begin with: RDS updates it, and offers each minor version for about a year
                .version(MysqlEngineVersion.of("8.4.10", "8.4"))
                .build());
    }

    private ParameterGroup parameters(String id, Map<String, String> others) {
        Map<String, String> values = new HashMap<>(others);
        values.put("require_secure_transport", "1");
        values.put("general_log", "0");
        values.put("slow_query_log", "1");
        values.put("long_query_time", "2");
        values.put("log_output", "FILE");
        values.put("character_set_server", "utf8mb4");
        values.put("time_zone", "UTC");
        values.put("local_infile", "0");
        return ParameterGroup.Builder.create(this, id)
                .engine(engine())
                .parameters(values)
                .build();
    }

    private DatabaseInstance primary(String name) {
        DatabaseInstance instance = DatabaseInstance.Builder.create(this, "Primary")
                .instanceIdentifier(name)
                .engine(engine())
                .instanceType(type(plan))
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroups(List.of(network.database()))
                .port(PORT)
                .databaseName(NAME)
                .multiAz(true)
                .publiclyAccessible(false)
                .storageType(StorageType.GP3)
                .allocatedStorage(plan.databaseStorageGigabytes())
                .maxAllocatedStorage(plan.databaseStorageGigabytes() * GROWTH)
                .storageEncrypted(true)
                .storageEncryptionKey(key)
                .iamAuthentication(true)
                .credentials(Credentials.fromGeneratedSecret(
                        "administrator",
                        CredentialsBaseOptions.builder().encryptionKey(key).build()))
                .parameterGroup(parameters)
                .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
                .backupRetention(Duration.days(DAYS_OF_BACKUPS))
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .autoMinorVersionUpgrade(true)
                .monitoringInterval(Duration.seconds(60))
                .monitoringRole(monitoring)
                .enablePerformanceInsights(true)
                .performanceInsightEncryptionKey(key)
                .cloudwatchLogsExports(LOGS)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs(name, instance);
        return instance;
    }

    private DatabaseInstanceReadReplica replica(String name, String id, ParameterGroup parameters) {
        DatabaseInstanceReadReplica replica = DatabaseInstanceReadReplica.Builder.create(this, id)
                .instanceIdentifier(name)
                .sourceDatabaseInstance(primary)
                .instanceType(type(plan))
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.DATA))
                .securityGroups(List.of(network.database()))
                .port(PORT)
                .publiclyAccessible(false)
                .storageType(StorageType.GP3)
                .maxAllocatedStorage(plan.databaseStorageGigabytes() * GROWTH)
                .iamAuthentication(true)
                .parameterGroup(parameters)
                .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .autoMinorVersionUpgrade(true)
                .monitoringInterval(Duration.seconds(60))
                .monitoringRole(monitoring)
                .enablePerformanceInsights(true)
                .performanceInsightEncryptionKey(key)
                .cloudwatchLogsExports(LOGS)
                .build();
        logs(name, replica);
        return replica;
    }

    /** Its logs are there before it, or RDS would make them with a key that is not ours. */
    private void logs(String name, IConstruct instance) {
        for (String log : LOGS) {
            LogGroup group = groups.make(this, name + "-" + log, "/aws/rds/instance/" + name + "/" + log);
            instance.getNode().addDependency(group);
        }
    }

    /** As the JDBC driver takes it: the server is verified by name against the authorities in the machine image. */
    String address() {
        return "jdbc:mysql://" + primary.getDbInstanceEndpointAddress() + ":" + PORT + "/" + NAME
                + "?sslMode=VERIFY_IDENTITY&connectionTimeZone=UTC&forceConnectionTimeZoneToSession=true"
                + "&trustCertificateKeyStoreType=PKCS12&trustCertificateKeyStorePassword=changeit"
                + "&trustCertificateKeyStoreUrl=file:/opt/consilium/rds.p12";
    }

    private static InstanceType type(CapacityPlan plan) {
        return new InstanceType(plan.databaseType().replaceFirst("^db[.]", ""));
    }

    DatabaseInstance primary() {
        return primary;
    }

    List<DatabaseInstanceReadReplica> replicas() {
        return replicas;
    }

    /** User and password of the database's administrator, as JSON; no node may read it. */
    ISecret administrator() {
        return Objects.requireNonNull(primary.getSecret());
    }

    /** The name of the primary's parameters, for a copy of it. */
    String parameters() {
        return parameters
                .bindToInstance(ParameterGroupInstanceBindOptions.builder().build())
                .getParameterGroupName();
    }

    /** User and password of the application, as JSON. */
    DatabaseSecret application() {
        return application;
    }
}
