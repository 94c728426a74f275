package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.List;
import org.consilium.aws.capacity.cost.CostEstimate;
import org.consilium.aws.capacity.cost.Prices;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.compute.Fleet;
import org.consilium.aws.stack.compute.Node;
import org.consilium.aws.stack.compute.NodeRole;
import org.consilium.aws.stack.compute.Settings;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.data.Sessions;
import org.consilium.aws.stack.data.Stores;
import org.consilium.aws.stack.edge.DnsRecords;
import org.consilium.aws.stack.edge.Edge;
import org.consilium.aws.stack.edge.LoadBalancing;
import org.consilium.aws.stack.edge.MailIdentity;
import org.consilium.aws.stack.keeper.Keeper;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.operations.Budget;
import org.consilium.aws.stack.operations.Observability;
import org.consilium.aws.stack.operations.Operations;
import org.consilium.aws.stack.security.Keys;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.constructs.Construct;

/** The stack of a stage in its region: the constructs of all concerns, connected. */
public final class ConsiliumStack extends software.amazon.awscdk.Stack {

    private final Stage stage;
    private final Edge edge;

    /**
     * Creates the stack.
     *
     * @param firewall the ARN of CloudFront's firewall
     */
    ConsiliumStack(Construct scope, Stage stage, CapacityPlan plan, String firewall) {
        super(scope, "Consilium-" + stage.name(), stage.stackIn(stage.region()));
        this.stage = stage;
        Keys keys = new Keys(this);
        Logs logs = new Logs(this, stage, keys.logs());
        Network network = new Network(this, stage, logs);
        Stores stores = Stores.create(this, stage, plan, network, keys, logs);
        edge = new Edge(this, stage, stores.images(), firewall);
        MailIdentity mail = new MailIdentity(this, stage, keys.data());
        Settings settings = settings(keys, stores, mail);
        LogGroup application = logs.groups().make(this, "Application", stage.configurationPath() + "/application");
        DnsRecords records = new DnsRecords(this, stage);
        mail.prove(records.zone());
        NodeRole role = role(keys, stores, settings, mail, application);
        Node node = new Node(this, stage, plan, network, keys.data(), role);
        LoadBalancing balancing = new LoadBalancing(this, stage, network, logs);
        Operations operations = new Operations(this, stage, keys.logs());
        Observability observability = new Observability(this, stage, operations);
        Fleet fleet = new Fleet(
                this, stage, plan, node, network, operations.topic(), observability.ofLoadBalancing(balancing));
        fleet.serve(balancing, plan);
        observability.ofFleet(fleet, plan);
        observability.ofApplication(application);
        observability.ofMail();
        observability.data().ofStores(stores);
        Keeper keeper = new Keeper(this, stage, plan, network, keys, stores, logs);
        observability.ofTrail(logs, stores.database());
        observability.keeper().of(keeper, logs, stores.database());
        observability.complete();
        records.point(balancing, edge);
        Object unused = new Budget(this, stage, CostEstimate.of(plan, Prices.committed()), operations);
        outputServing(balancing, fleet, settings);
        outputData(network, stores);
        outputKeeper(keeper, stores);
        RegionSuppressions.apply(this, network, plan.database().replicas());
    }

    private Settings settings(Keys keys, Stores stores, MailIdentity mail) {
        Settings settings = new Settings(this, keys.data());
        settings.ofStage(stage);
        settings.ofMail(stage, mail.login());
        settings.ofDatabase(stores.database());
        settings.ofSessions(stores.sessions());
        settings.ofImages(stage, stores.images(), keys.data());
        settings.ofTrail(stores.archive(), keys.seals());
        settings.store(stage);
        return settings;
    }

    private NodeRole role(Keys keys, Stores stores, Settings settings, MailIdentity mail, LogGroup application) {
        List<ISecret> secrets = new ArrayList<>(settings.secrets());
        secrets.add(mail.login());
        secrets.add(stores.database().passwords().application());
        secrets.add(stores.sessions().password());
        secrets.add(stores.sessions().key());
        NodeRole role = new NodeRole(this);
        role.useImages(stores.images().bucket(), keys.data());
        role.sealTrail(stores.archive().bucket(), keys.seals());
        role.readConfiguration(stage, secrets);
        role.runAsMachine(stage, application);
        return role;
    }

    /** The outputs that the commands of the runbook use. */
    private void outputServing(LoadBalancing balancing, Fleet fleet, Settings settings) {
        output("LoadBalancer", balancing.balancer().getLoadBalancerDnsName());
        output("AutoScalingGroup", fleet.group().getAutoScalingGroupName());
        output("EdgeKeySecret", settings.edgeKey().getSecretName());
        output("EdgeKey1", edge.keyIds().get(0));
        output("EdgeKey2", edge.keyIds().get(1));
    }

    private void outputData(Network network, Stores stores) {
        Database database = stores.database();
        Sessions sessions = stores.sessions();
        output("DatabaseIdentifier", database.primary().getInstanceIdentifier());
        output("DatabaseAdministrator", database.passwords().administrator().getSecretName());
        output("DatabaseParameters", database.parameters().name());
        output("DatabaseSecurityGroup", network.database().getSecurityGroupId());
        output("SessionGroup", sessions.group().getRef());
        output("SessionPassword", sessions.password().getSecretName());
        output("ImagesBucket", stores.images().bucket().getBucketName());
        output("Vault", stores.backups().vault().getBackupVaultName());
        output("RestoreRole", stores.backups().restoring().getRoleArn());
    }

    private void outputKeeper(Keeper keeper, Stores stores) {
        output("TrailKeeper", keeper.template().getLaunchTemplateId());
        output("TrailKeeperGroup", keeper.group().getAutoScalingGroupName());
        output("TrailLog", keeper.log().getLogGroupName());
        output("ArchiveBucket", stores.archive().bucket().getBucketName());
        output("TrailOwnerSecret", stores.database().passwords().trailOwner().getSecretName());
    }

    Edge edge() {
        return edge;
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
