package org.consilium.aws.stack.keeper;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.compute.MachineTemplate;
import org.consilium.aws.stack.data.Stores;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.Keys;
import org.consilium.aws.stack.security.MachinePermissions;
import org.consilium.aws.stack.stage.Processor;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * The keeper of the audit trail: a machine from the nodes' image with the login of the trail's owner, which no node may
 * read. It is started once a day by an Auto Scaling group, brings the schema up to date, adds partitions, moves old
 * days into the archive, and ends itself. A group starts it in another zone when one fails, and again when it dies; a
 * second one waits for the first. Should it hang, a second action ends it.
 */
public final class Keeper extends Construct {

    /** In the hospital's time zone: at night, and hours later. */
    private static final String BEGIN = "0 2 * * *";

    private static final String END = "0 8 * * *";

    private final LaunchTemplate template;
    private final AutoScalingGroup group;
    private final LogGroup log;
    private final Role role;

    public Keeper(
            Construct scope, Stage stage, CapacityPlan plan, Network network, Keys keys, Stores stores, Logs logs) {
        super(scope, "Keeper");
        Object unused = new KeeperSettings(this, stage, stores);
        log = logs.groups().make(this, "Log", stage.keeperPath() + "/application");
        KeeperRole permissions = new KeeperRole(this);
        permissions.archive(stores.archive().bucket(), keys.data());
        permissions.run(stage, stores.database().passwords().trailOwner(), log);
        role = permissions.role();
        template = template(stage, plan, network, keys);
        group = AutoScalingGroup.Builder.create(this, "Group")
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.NODES))
                .launchTemplate(template)
                .minCapacity(0)
                .maxCapacity(1)
                .groupMetrics(List.of(GroupMetrics.all()))
                .build();
        schedule(stage, "Begin", BEGIN, 1);
        schedule(stage, "End", END, 0);
        for (Construct machine : List.of(group, template)) {
            Tags.of(machine).add("Name", "consilium-" + stage.name() + "-trail");
            Tags.of(machine).add(MachinePermissions.CONFIGURATION_TAG, stage.keeperPath());
        }
    }

    private LaunchTemplate template(Stage stage, CapacityPlan plan, Network network, Keys keys) {
        Processor processor = Processor.of(plan.node().nodeType());
        return MachineTemplate.in(this, keys.data())
                .machineImage(MachineImage.genericLinux(Map.of(stage.region(), stage.image(processor))))
                .instanceType(new InstanceType(processor.smallType()))
                .securityGroup(network.keeper())
                .role(role)
                .build();
    }

    private void schedule(Stage stage, String id, String cron, int machines) {
        Object unused = group.scaleOnSchedule(
                id,
                BasicScheduledActionProps.builder()
                        .schedule(Schedule.expression(cron))
                        .timeZone(stage.timeZone())
                        .desiredCapacity(machines)
                        .build());
    }

    /** The template for a run by hand, such as from a new image before its nodes start. */
    public LaunchTemplate template() {
        return template;
    }

    public AutoScalingGroup group() {
        return group;
    }

    public LogGroup log() {
        return log;
    }

    public Role role() {
        return role;
    }
}
