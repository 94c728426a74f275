package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.List;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** All of one stage in its region: each concern is a construct, and here they meet. */
final class ConsiliumStack extends software.amazon.awscdk.Stack {

    private final Stage stage;

    /**
     * Puts a stage together.
     *
     * @param firewall ARN of the one before CloudFront
     */
    ConsiliumStack(Construct scope, Stage stage, CapacityPlan plan, String firewall) {
        super(scope, "Consilium-" + stage.name(), stage.stackIn(stage.region()));
        this.stage = stage;
        Keys keys = new Keys(this);
        Logs logs = new Logs(this, stage, keys.logs());
        Network network = new Network(this, stage, logs);
        Images images = new Images(this, stage, keys.data(), logs);
        network.reach(images.bucket());
        Database database = new Database(this, stage, plan, network, keys);
        Sessions sessions = new Sessions(this, stage, plan, network, keys);
        Edge edge = new Edge(this, stage, images, logs, firewall);
        Settings settings = settings(keys, images, database, sessions);
        LogGroup application = logs.groups().make(this, "Application", stage.configurationPath() + "/application");
        NodeRole role = new NodeRole(this);
        role.useImages(images.bucket(), keys.data());
        role.readConfiguration(stage, secrets(settings, database, sessions));
        role.runAsMachine(stage, application);
        Front front = new Front(this, stage, network, logs);
        Operations operations = new Operations(this, stage, keys.logs());
        Observability observability = new Observability(this, stage, operations);
        Node node = new Node(this, stage, plan, network, keys.data(), role.role());
        Fleet fleet = new Fleet(this, stage, plan, node.template(), network, operations, observability.ofFront(front));
        fleet.serve(front, plan);
        Backups backups = new Backups(this, stage, keys.data(), database, images);
        observability.ofFleet(fleet, plan);
        observability.ofApplication(application);
        observability.ofDatabase(database);
        observability.ofSessions(sessions);
        observability.ofBackups(backups);
        observability.ofTrail(logs, database);
        observability.complete();
        new Names(this, stage).point(front, edge);
        Object unused = new Budget(this, stage, plan, operations);
        tellOfServing(front, fleet, edge, settings);
        tellOfData(network, database, sessions, images, backups);
        RegionSuppressions.apply(this, network, plan.replicas());
    }

    private Settings settings(Keys keys, Images images, Database database, Sessions sessions) {
        Settings settings = new Settings(this, keys.data());
        settings.ofStage(stage);
        settings.ofDatabase(database);
        settings.ofSessions(sessions);
        settings.ofImages(stage, images, keys.data());
        settings.store(stage);
        return settings;
    }

    private static List<ISecret> secrets(Settings settings, Database database, Sessions sessions) {
        List<ISecret> secrets = new ArrayList<>(settings.secrets());
        secrets.add(database.passwords().application());
        secrets.add(sessions.password());
        return secrets;
    }

    /** What the runbook's commands ask for. */
    private void tellOfServing(Front front, Fleet fleet, Edge edge, Settings settings) {
        output("LoadBalancer", front.balancer().getLoadBalancerDnsName());
        output("AutoScalingGroup", fleet.group().getAutoScalingGroupName());
        output("EdgeKeySecret", settings.edgeKey().getSecretName());
        output("EdgeKey1", edge.keyIds().get(0));
        output("EdgeKey2", edge.keyIds().get(1));
    }

    private void tellOfData(Network network, Database database, Sessions sessions, Images images, Backups backups) {
        output("DatabaseIdentifier", database.primary().getInstanceIdentifier());
        output("DatabaseAdministrator", database.passwords().administrator().getSecretName());
        output("DatabaseParameters", database.parameters().name());
        output("DatabaseSecurityGroup", network.database().getSecurityGroupId());
        output("SessionGroup", sessions.group().getRef());
        output("SessionPassword", sessions.password().getSecretName());
        output("ImagesBucket", images.bucket().getBucketName());
        output("Vault", backups.vault().getBackupVaultName());
        output("RestoreRole", backups.restoring().getRoleArn());
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
