package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

@NeedsNode
class FleetTest {

    private static final Json GROUP = Cloud.only("AWS::AutoScaling::AutoScalingGroup");
    private static final Json WHOLE =
            Cloud.all("AWS::AutoScaling::AutoScalingGroup").get(0);
    private static final Json TEMPLATE = Cloud.only("AWS::EC2::LaunchTemplate").at("LaunchTemplateData");
    private static final String POLICY = "AWS::AutoScaling::ScalingPolicy";

    @Test
    void aNodeIsOneImageKnownByItsId() {
        assertThat(TEMPLATE.at("ImageId").text()).matches("ami-[0-9a-f]{8,17}");
        assertThat(TEMPLATE.at("InstanceType").text()).isEqualTo(Cloud.plan().nodeType());
    }

    @Test
    void metadataIsGivenToTheMachineItselfAlone() {
        assertThat(TEMPLATE.at("MetadataOptions", "HttpTokens").text()).isEqualTo("required");
        assertThat(TEMPLATE.at("MetadataOptions", "HttpPutResponseHopLimit").text())
                .isEqualTo("1");
        assertThat(TEMPLATE.at("MetadataOptions", "InstanceMetadataTags").text())
                .isEqualTo("enabled");
    }

    @Test
    void theDiskIsEncrypted() {
        Json disk = TEMPLATE.at("BlockDeviceMappings", 0, "Ebs");

        assertThat(disk.at("VolumeType").text()).isEqualTo("gp3");
        assertThat(disk.at("Encrypted").text()).isEqualTo("true");
        assertThat(disk.at("KmsKeyId").toString()).contains("KeysData");
    }

    @Test
    void isWatchedByTheMinute() {
        assertThat(TEMPLATE.at("Monitoring", "Enabled").text()).isEqualTo("true");
        assertThat(GROUP.at("MetricsCollection", 0, "Granularity").text()).isEqualTo("1Minute");
    }

    @Test
    void eachZoneHasANodeAtLeast() {
        int minimum = Integer.parseInt(GROUP.at("MinSize").text());

        assertThat(GROUP.at("VPCZoneIdentifier").elements()).hasSize(3);
        assertThat(minimum)
                .isGreaterThanOrEqualTo(3)
                .isEqualTo(Cloud.plan().fleet().minimum());
        assertThat(GROUP.at("MaxSize").text())
                .isEqualTo(String.valueOf(Cloud.plan().fleet().maximum()));
    }

    @Test
    void itsNumberFollowsTheCpuAt65Percent() {
        Json target = Cloud.at(POLICY, "Fleet/Group/ScalingPolicyCpu").at("TargetTrackingConfiguration");

        assertThat(target.at("PredefinedMetricSpecification", "PredefinedMetricType")
                        .text())
                .isEqualTo("ASGAverageCPUUtilization");
        assertThat(target.at("TargetValue").text()).isEqualTo("65");
    }

    @Test
    void itsNumberFollowsTheRequestsToo() {
        Json target = Cloud.at(POLICY, "Fleet/Group/ScalingPolicyRequests").at("TargetTrackingConfiguration");

        assertThat(target.at("PredefinedMetricSpecification", "PredefinedMetricType")
                        .text())
                .isEqualTo("ALBRequestCountPerTarget");
        assertThat(target.at("TargetValue").text())
                .isEqualTo(String.valueOf(Cloud.plan().requestsPerNodeAndMinute()));
    }

    @Test
    void itsNumberFollowsTheCalendar() {
        List<Json> actions = Cloud.all("AWS::AutoScaling::ScheduledAction");

        assertThat(actions).hasSameSizeAs(Cloud.plan().scheduledActions()).isNotEmpty();
        assertThat(actions)
                .allSatisfy(action ->
                        assertThat(action.at("Properties", "TimeZone").text()).isEqualTo("America/New_York"));
    }

    @Test
    void whatTheLoadBalancerCallsUnhealthyIsReplaced() {
        assertThat(GROUP.at("HealthCheckType").text()).isEqualTo("ELB");
        assertThat(GROUP.at("DefaultInstanceWarmup").text()).isEqualTo("120");
    }

    @Test
    void noNodeEndsBeforeItHasSaidThatItIsDone() {
        Json hook = Cloud.only("AWS::AutoScaling::LifecycleHook");

        assertThat(hook.at("LifecycleHookName").text()).isEqualTo("drain");
        assertThat(hook.at("LifecycleTransition").text()).isEqualTo("autoscaling:EC2_INSTANCE_TERMINATING");
        assertThat(Integer.parseInt(hook.at("HeartbeatTimeout").text())).isGreaterThan(Front.DEREGISTRATION_SECONDS);
    }

    @Test
    void aNewImageComesInStepsAndGoesBackWhenAnAlarmRings() {
        Json refresh = WHOLE.at("UpdatePolicy", "AutoScalingInstanceRefresh");
        Json preferences = refresh.at("Preferences");

        assertThat(refresh.at("Strategy").text()).isEqualTo("Rolling");
        assertThat(preferences.at("MinHealthyPercentage").text()).isEqualTo("100");
        assertThat(preferences.at("CheckpointPercentages").texts()).containsExactly("34", "100");
        assertThat(preferences.at("CheckpointDelay").text()).isEqualTo("600");
        assertThat(preferences.at("BakeTime").text()).isEqualTo("600");
        assertThat(preferences.at("AlarmSpecification", "Alarms").elements()).hasSize(2);
    }

    @Test
    void nodesAreReplacedBeforeTheyAreOld() {
        assertThat(GROUP.at("MaxInstanceLifetime").text())
                .isEqualTo(String.valueOf(Fleet.MAXIMUM_LIFETIME_DAYS * 24 * 60 * 60));
    }
}
