package org.consilium.aws.stack.compute;

import java.util.List;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.capacity.sizing.ScheduledAction;
import org.consilium.aws.stack.edge.LoadBalancing;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.security.MachinePermissions;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Tags;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthCheckType;
import software.amazon.awscdk.services.autoscaling.AdditionalHealthChecksOptions;
import software.amazon.awscdk.services.autoscaling.AutoScalingGroup;
import software.amazon.awscdk.services.autoscaling.BasicLifecycleHookProps;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;
import software.amazon.awscdk.services.autoscaling.CapacityDistributionStrategy;
import software.amazon.awscdk.services.autoscaling.CpuUtilizationScalingProps;
import software.amazon.awscdk.services.autoscaling.DefaultResult;
import software.amazon.awscdk.services.autoscaling.DeletionProtection;
import software.amazon.awscdk.services.autoscaling.GroupMetrics;
import software.amazon.awscdk.services.autoscaling.HealthChecks;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshOptions;
import software.amazon.awscdk.services.autoscaling.InstanceRefreshStrategy;
import software.amazon.awscdk.services.autoscaling.LifecycleTransition;
import software.amazon.awscdk.services.autoscaling.NotificationConfiguration;
import software.amazon.awscdk.services.autoscaling.RequestCountScalingProps;
import software.amazon.awscdk.services.autoscaling.ScalingEvents;
import software.amazon.awscdk.services.autoscaling.Schedule;
import software.amazon.awscdk.services.autoscaling.TerminationPolicy;
import software.amazon.awscdk.services.autoscaling.UpdatePolicy;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.sns.ITopic;
import software.constructs.Construct;

/**
 * The Auto Scaling group of the nodes: identical machines over all zones. Their number follows load and calendar, each
 * is replaced after a week, and none is terminated before it has answered its requests.
 */
public final class Fleet extends Construct {

    /** The lifecycle hook that waits until a node has drained; the machine image knows its name. */
    static final String HOOK = "drain";

    public static final int MAXIMUM_LIFETIME_DAYS = 7;

    /** Slightly longer than the machine image's TimeoutStopSec. */
    private static final int DRAIN_SECONDS = 150;

    private final AutoScalingGroup group;

    /**
     * The nodes of a stage.
     *
     * @param topic receives every launch and termination
     * @param stops alarms that roll a deployment back
     */
    public Fleet(
            Construct scope,
            Stage stage,
            CapacityPlan plan,
            Node node,
            Network network,
            ITopic topic,
            List<IAlarm> stops) {
        super(scope, "Fleet");
        group = AutoScalingGroup.Builder.create(this, "Group")
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.NODES))
                .launchTemplate(node.template())
                // no desired capacity: each deployment would reset what the scaling policies have set
                .minCapacity(plan.fleet().minimum())
                .maxCapacity(plan.fleet().maximum())
                .healthChecks(HealthChecks.withAdditionalChecks(AdditionalHealthChecksOptions.builder()
                        .additionalTypes(List.of(AdditionalHealthCheckType.ELB))
                        .gracePeriod(Duration.minutes(3))
                        .build()))
                .defaultInstanceWarmup(warmUp(plan))
                .maxInstanceLifetime(Duration.days(MAXIMUM_LIFETIME_DAYS))
                .azCapacityDistributionStrategy(CapacityDistributionStrategy.BALANCED_BEST_EFFORT)
                .terminationPolicies(List.of(TerminationPolicy.OLDEST_LAUNCH_TEMPLATE, TerminationPolicy.DEFAULT))
                .updatePolicy(replaceUnless(stops, warmUp(plan)))
                .notifications(List.of(NotificationConfiguration.builder()
                        .topic(topic)
                        .scalingEvents(ScalingEvents.ALL)
                        .build()))
                .groupMetrics(List.of(GroupMetrics.all()))
                .deletionProtection(DeletionProtection.PREVENT_ALL_DELETION)
                .build();
        group.addLifecycleHook(
                "Drain",
                BasicLifecycleHookProps.builder()
                        .lifecycleHookName(HOOK)
                        .lifecycleTransition(LifecycleTransition.INSTANCE_TERMINATING)
                        .heartbeatTimeout(Duration.seconds(DRAIN_SECONDS))
                        .defaultResult(DefaultResult.CONTINUE)
                        .build());
        Tags.of(group).add(MachinePermissions.CONFIGURATION_TAG, stage.configurationPath());
        Tags.of(group).add("Name", "consilium-" + stage.name());
    }

    private static Duration warmUp(CapacityPlan plan) {
        return Duration.seconds(plan.answers().scaling().parameters().warmUpSeconds());
    }

    /** Attaches the nodes to the load balancer, and lets their number follow the load and the calendar. */
    public void serve(LoadBalancing balancing, CapacityPlan plan) {
        group.attachToApplicationTargetGroup(balancing.nodes());
        group.scaleOnCpuUtilization(
                "Cpu",
                CpuUtilizationScalingProps.builder()
                        .targetUtilizationPercent(plan.answers().scaling().cpuTargetPercent())
                        .build());
        group.scaleOnRequestCount(
                "Requests",
                RequestCountScalingProps.builder()
                        .targetRequestsPerMinute(plan.requestsPerNodeAndMinute())
                        .build());
        for (ScheduledAction action : plan.scheduledActions()) {
            group.scaleOnSchedule(action.name(), scheduled(action));
        }
    }

    static BasicScheduledActionProps scheduled(ScheduledAction action) {
        return BasicScheduledActionProps.builder()
                .schedule(Schedule.expression(action.recurrence().cron()))
                .timeZone(action.zone().getId())
                .minCapacity(action.minimum())
                .build();
    }

    /** Replaces the nodes in two steps, ten minutes apart; an alarm in the meantime rolls back. */
    private static UpdatePolicy replaceUnless(List<IAlarm> alarms, Duration warmUp) {
        return UpdatePolicy.instanceRefresh(InstanceRefreshOptions.builder()
                .strategy(InstanceRefreshStrategy.ROLLING)
                .minHealthyPercentage(100)
                .maxHealthyPercentage(150)
                .instanceWarmup(warmUp)
                .checkpointPercentages(List.of(34, 100))
                .checkpointDelay(Duration.minutes(10))
                .bakeTime(Duration.minutes(10))
                .skipMatching(true)
                .alarms(alarms)
                .build());
    }

    public AutoScalingGroup group() {
        return group;
    }
}
