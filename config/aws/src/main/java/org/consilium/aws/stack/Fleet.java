package org.consilium.aws.stack;

import java.util.List;
import org.consilium.aws.capacity.CapacityPlan;
import org.consilium.aws.capacity.ScheduledAction;
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
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.constructs.Construct;

/**
 * The application's nodes: equal machines of one image over all zones, as many as their CPU asks for, each replaced
 * before it is old, and none ended before its requests are answered.
 */
final class Fleet extends Construct {

    /** Where a node answers, by TLS. */
    static final int PORT = 8443;

    /** The tag by which a node finds its configuration. */
    static final String CONFIGURATION_TAG = "consilium:configuration";

    /** The hook that waits until a node has said that it is done; the name is known to the machine image. */
    static final String HOOK = "drain";

    static final int MAXIMUM_LIFETIME_DAYS = 7;

    /** A little more than the machine image's TimeoutStopSec. */
    private static final int DRAIN_SECONDS = 150;

    private final AutoScalingGroup group;

    /**
     * The nodes of a stage.
     *
     * @param stops the alarms that bring the old nodes back when new ones cause them
     */
    Fleet(
            Construct scope,
            Stage stage,
            CapacityPlan plan,
            LaunchTemplate template,
            Network network,
            Operations operations,
            List<IAlarm> stops) {
        super(scope, "Fleet");
        group = AutoScalingGroup.Builder.create(this, "Group")
                .vpc(network.vpc())
                .vpcSubnets(Network.tier(Network.NODES))
                .launchTemplate(template)
                // the desired number is the policies' business: a number here would undo theirs at each deployment
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
                        .topic(operations.topic())
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
        Tags.of(group).add(CONFIGURATION_TAG, stage.configurationPath());
        Tags.of(group).add("Name", "consilium-" + stage.name());
    }

    private static Duration warmUp(CapacityPlan plan) {
        return Duration.seconds(plan.answers().scaling().parameters().warmUpSeconds());
    }

    /** Puts the nodes behind the load balancer, and lets their number follow the load and the calendar. */
    void serve(Front front, CapacityPlan plan) {
        group.attachToApplicationTargetGroup(front.nodes());
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
            group.scaleOnSchedule(
                    action.name(),
                    BasicScheduledActionProps.builder()
                            .schedule(Schedule.expression(action.cron()))
                            .timeZone(action.zone().getId())
                            .minCapacity(action.minimum())
                            .build());
        }
    }

    /**
     * A new image replaces the nodes in two steps with a look in between; an alarm on the way brings the old ones back.
     */
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

    AutoScalingGroup group() {
        return group;
    }
}
