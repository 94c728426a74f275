package org.consilium.aws.stack.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.consilium.aws.capacity.sizing.FleetSize;
import org.consilium.aws.capacity.sizing.Recurrence;
import org.consilium.aws.capacity.sizing.ScheduledAction;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.consilium.aws.stack.edge.LoadBalancing;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.services.autoscaling.BasicScheduledActionProps;

@NeedsNode
class FleetTest {

    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";

    private static void template(Map<String, Object> data) {
        Cloud.has("AWS::EC2::LaunchTemplate", "Node/Template/Resource", Map.of("LaunchTemplateData", data));
    }

    private static void group(Map<String, Object> properties) {
        Cloud.has(GROUP, "Fleet/Group/ASG", properties);
    }

    private static void scalesBy(String policy, String metric, int target) {
        Cloud.has(
                "AWS::AutoScaling::ScalingPolicy",
                "Fleet/Group/ScalingPolicy" + policy + "/Resource",
                Map.of(
                        "TargetTrackingConfiguration",
                        Map.of(
                                "PredefinedMetricSpecification",
                                Map.of("PredefinedMetricType", metric),
                                "TargetValue",
                                target)));
    }

    @Test
    void aNodeIsOneImageKnownByItsId() {
        template(Map.of(
                "ImageId", Match.stringLikeRegexp("^ami-[0-9a-f]{8,17}$"),
                "InstanceType", Cloud.plan().node().nodeType()));
    }

    @Test
    void onlyTheMachineItselfReadsItsMetadata() {
        template(Map.of(
                "MetadataOptions",
                Map.of("HttpTokens", "required", "HttpPutResponseHopLimit", 1, "InstanceMetadataTags", "enabled")));
    }

    @Test
    void theDiskIsEncrypted() {
        template(Map.of(
                "BlockDeviceMappings",
                List.of(Map.of(
                        "Ebs", Map.of("VolumeType", "gp3", "Encrypted", true, "KmsKeyId", Cloud.arn("KeysData"))))));
    }

    @Test
    void isMonitoredEveryMinute() {
        template(Map.of("Monitoring", Map.of("Enabled", true)));
        Cloud.all(GROUP, Map.of("MetricsCollection", List.of(Map.of("Granularity", "1Minute"))));
    }

    @Test
    void eachZoneHasAtLeastOneNode() {
        Json group = Cloud.at(GROUP, "Fleet/");
        FleetSize fleet = Cloud.plan().fleet();

        assertThat(group.at("VPCZoneIdentifier").elements()).hasSize(3);
        assertThat(group.at("MinSize").number()).isGreaterThanOrEqualTo(3).isEqualTo(fleet.minimum());
        assertThat(group.at("MaxSize").number()).isEqualTo(fleet.maximum());
    }

    @Test
    void itsNumberFollowsTheCpuAt65Percent() {
        scalesBy("Cpu", "ASGAverageCPUUtilization", 65);
    }

    @Test
    void itsNumberFollowsTheRequestsToo() {
        scalesBy("Requests", "ALBRequestCountPerTarget", Cloud.plan().requestsPerNodeAndMinute());
    }

    /**
     * The small example needs no more than its minimum at any time; {@link #anActionSetsItsMinimumAtItsTime} has more.
     */
    @Test
    void itsNumberFollowsTheCalendar() {
        List<Json> actions = Cloud.all("AWS::AutoScaling::ScheduledAction").stream()
                .filter(action -> action.at("Metadata", "aws:cdk:path").text().contains("/Fleet/"))
                .map(action -> action.at("Properties"))
                .toList();

        assertThat(actions)
                .extracting(
                        action -> action.at("Recurrence").text(),
                        action -> action.at("TimeZone").text(),
                        action -> action.at("MinSize").number())
                .containsExactlyInAnyOrder(
                        tuple("45 7 * * 1", "America/New_York", 3),
                        tuple("0 13 * * 1", "America/New_York", 3),
                        tuple("45 7 * * 0,2,3,4,5,6", "America/New_York", 3),
                        tuple("0 13 * * 0,2,3,4,5,6", "America/New_York", 3));
        assertThat(actions)
                .extracting(action -> action.at("MinSize").number())
                .containsExactlyInAnyOrderElementsOf(Cloud.plan().scheduledActions().stream()
                        .map(ScheduledAction::minimum)
                        .toList());
    }

    @Test
    void anActionSetsItsMinimumAtItsTime() {
        Recurrence winter =
                new Recurrence(LocalTime.of(7, 45), Set.of(DayOfWeek.SUNDAY, DayOfWeek.FRIDAY), Set.of(Month.DECEMBER));
        BasicScheduledActionProps action =
                Fleet.scheduled(new ScheduledAction("winter", ZoneId.of("Europe/Madrid"), winter, 44));

        assertThat(action.getSchedule().getExpressionString()).isEqualTo("45 7 * 12 0,5");
        assertThat(action.getTimeZone()).isEqualTo("Europe/Madrid");
        assertThat(action.getMinCapacity()).isEqualTo(44);
    }

    @Test
    void unhealthyNodesAreReplaced() {
        group(Map.of("HealthCheckType", "ELB", "DefaultInstanceWarmup", 120));
    }

    @Test
    void noNodeIsTerminatedBeforeItHasDrained() {
        Json hook = Cloud.only("AWS::AutoScaling::LifecycleHook");

        assertThat(hook.at("LifecycleHookName").text()).isEqualTo("drain");
        assertThat(hook.at("LifecycleTransition").text()).isEqualTo("autoscaling:EC2_INSTANCE_TERMINATING");
        assertThat(hook.at("HeartbeatTimeout").number()).isGreaterThan(LoadBalancing.DEREGISTRATION_SECONDS);
    }

    @Test
    void aNewImageComesInStepsAndAnAlarmRollsBack() {
        Cloud.template()
                .hasResource(
                        GROUP,
                        Map.of(
                                "UpdatePolicy",
                                Map.of(
                                        "AutoScalingInstanceRefresh",
                                        Map.of(
                                                "Strategy",
                                                "Rolling",
                                                "Preferences",
                                                Map.of(
                                                        "MinHealthyPercentage",
                                                        100,
                                                        "CheckpointPercentages",
                                                        List.of(34, 100),
                                                        "CheckpointDelay",
                                                        600,
                                                        "BakeTime",
                                                        600,
                                                        "AlarmSpecification",
                                                        Map.of(
                                                                "Alarms",
                                                                List.of(Match.anyValue(), Match.anyValue())))))));
    }

    @Test
    void nodesAreReplacedAfterAWeek() {
        group(Map.of("MaxInstanceLifetime", (int)
                Duration.ofDays(Fleet.MAXIMUM_LIFETIME_DAYS).toSeconds()));
    }
}
