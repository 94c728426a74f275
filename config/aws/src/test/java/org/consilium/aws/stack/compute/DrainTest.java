package org.consilium.aws.stack.compute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.consilium.aws.stack.edge.LoadBalancing;
import org.consilium.aws.stack.security.MachinePermissions;
import org.junit.jupiter.api.Test;

/** The timeouts, in seconds, by which machine image and stack drain a node together. */
@NeedsNode
class DrainTest {

    private static int ofImage(String key) throws IOException {
        Properties image = new Properties();
        try (Reader reader = Files.newBufferedReader(Path.of("../../packer/files/etc/consilium/consilium.conf"))) {
            image.load(reader);
        }
        return Integer.parseInt(image.getProperty(key));
    }

    @Test
    void theLoadBalancerDeregistersAsLongAsANodeAnswers() throws IOException {
        assertThat(LoadBalancing.DEREGISTRATION_SECONDS).isEqualTo(ofImage("CONSILIUM_DRAIN_TIMEOUT"));
    }

    @Test
    void theLoadBalancerNoticesBeforeANodeStopsAnswering() throws IOException {
        Json health = Cloud.only("AWS::ElasticLoadBalancingV2::TargetGroup");
        int seconds = health.at("HealthCheckIntervalSeconds").number()
                        * health.at("UnhealthyThresholdCount").number()
                + health.at("HealthCheckTimeoutSeconds").number();

        assertThat(ofImage("CONSILIUM_DRAIN_DELAY")).isGreaterThan(seconds);
    }

    @Test
    void theGroupWaitsLongerThanANodeTakesToStop() throws IOException {
        int stop = ofImage("CONSILIUM_STOP_TIMEOUT");
        int waiting = Cloud.only("AWS::AutoScaling::LifecycleHook")
                .at("HeartbeatTimeout")
                .number();

        assertThat(stop).isGreaterThan(ofImage("CONSILIUM_DRAIN_DELAY") + ofImage("CONSILIUM_DRAIN_TIMEOUT"));
        assertThat(waiting).isGreaterThan(stop);
    }

    /** Otherwise the balancer could send a request on a connection that the node is closing. */
    @Test
    void theLoadBalancerClosesIdleConnectionsFirst() throws IOException {
        Matcher node = Pattern.compile("\"timeout-seconds\", \"(\\d+)\"")
                .matcher(Files.readString(
                        Path.of("../server/src/main/java/org/consilium/server/assembly/DomainTemplate.java")));

        assertThat(node.find()).isTrue();
        assertThat(LoadBalancing.IDLE_SECONDS).isLessThan(Integer.parseInt(node.group(1)));
    }

    /** The scripts on a node use the names of hook and tag. */
    @Test
    void theNodeKnowsHookAndTag() throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String script : new String[] {"lifecycle", "node-configuration"}) {
            scripts.append(Files.readString(Path.of("../../packer/files/opt/consilium/bin", script)));
        }
        assertThat(scripts).contains(Fleet.HOOK).contains(MachinePermissions.CONFIGURATION_TAG);
    }
}
