package org.consilium.aws.stack;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.List;
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
import software.amazon.awscdk.services.rds.DatabaseInstanceReadReplica;
import software.amazon.awscdk.services.rds.IDatabaseInstance;
import software.amazon.awscdk.services.rds.StorageType;
import software.constructs.Construct;
import software.constructs.IConstruct;

/** MySQL 8.4: a primary with a synchronous standby in another zone, and read replicas. */
final class Database extends Construct {

    static final int PORT = 13306;
    static final String NAME = "consilium";

    private static final int DAYS_OF_BACKUPS = 35;
    /** The disks grow by themselves, to so many times what they begin with. */
    private static final int GROWTH = 10;

    private final Network network;
    private final CapacityPlan plan;
    private final Key key;
    private final LogGroups groups;
    private final Role monitoring;
    private final DatabaseParameters parameters;
    private final DatabaseInstance primary;
    private final DatabasePasswords passwords;
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
        parameters = new DatabaseParameters(this);
        primary = primary("consilium-" + stage.name());
        passwords = new DatabasePasswords(this, primary, network, key, groups);
        for (int number = 1; number <= plan.replicas(); number++) {
            replicas.add(replica("consilium-" + stage.name() + "-replica-" + number, "Replica" + number));
        }
    }

    private DatabaseInstance primary(String name) {
        DatabaseInstance instance = DatabaseInstance.Builder.create(this, "Primary")
                .instanceIdentifier(name)
                .engine(DatabaseParameters.engine())
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
                .parameterGroup(parameters.primary())
                .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
                .backupRetention(Duration.days(DAYS_OF_BACKUPS))
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .autoMinorVersionUpgrade(true)
                .monitoringInterval(Duration.seconds(60))
                .monitoringRole(monitoring)
                .enablePerformanceInsights(true)
                .performanceInsightEncryptionKey(key)
                .cloudwatchLogsExports(DatabaseParameters.LOGS)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        logs(name, instance);
        return instance;
    }

    private DatabaseInstanceReadReplica replica(String name, String id) {
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
                .parameterGroup(parameters.replicas())
                .caCertificate(CaCertificate.RDS_CA_RSA2048_G1)
                .deletionProtection(true)
                .copyTagsToSnapshot(true)
                .autoMinorVersionUpgrade(true)
                .monitoringInterval(Duration.seconds(60))
                .monitoringRole(monitoring)
                .enablePerformanceInsights(true)
                .performanceInsightEncryptionKey(key)
                .cloudwatchLogsExports(DatabaseParameters.LOGS)
                .build();
        logs(name, replica);
        return replica;
    }

    /** Its logs are there before it, or RDS would make them with a key that is not ours. */
    private void logs(String name, IConstruct instance) {
        for (String log : DatabaseParameters.LOGS) {
            LogGroup group = groups.make(this, name + "-" + log, "/aws/rds/instance/" + name + "/" + log);
            instance.getNode().addDependency(group);
        }
    }

    /** As the JDBC driver takes it: the server is verified by name against the authorities in the machine image. */
    String address() {
        return address(primary);
    }

    /** The same of each replica, with blanks between them: a node chooses one. */
    String replicaAddresses() {
        return replicas.stream().map(Database::address).collect(joining(" "));
    }

    private static String address(IDatabaseInstance instance) {
        return "jdbc:mysql://" + instance.getDbInstanceEndpointAddress() + ":" + PORT + "/" + NAME
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

    DatabaseParameters parameters() {
        return parameters;
    }

    DatabasePasswords passwords() {
        return passwords;
    }
}
