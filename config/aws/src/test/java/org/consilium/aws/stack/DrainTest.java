package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The end of a node, as the machine image and the stack see it; seconds. */
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
    void theLoadBalancerLetsGoAsLongAsANodeAnswers() throws IOException {
        assertThat(Front.DEREGISTRATION_SECONDS).isEqualTo(ofImage("CONSILIUM_DRAIN_TIMEOUT"));
    }

    @Test
    void aNodeIsNotReadyForLongerThanTheLoadBalancerTakesToNotice() throws IOException {
        Json health = Cloud.only("AWS::ElasticLoadBalancingV2::TargetGroup");
        int seconds = Integer.parseInt(health.at("HealthCheckIntervalSeconds").text())
                        * Integer.parseInt(health.at("UnhealthyThresholdCount").text())
                + Integer.parseInt(health.at("HealthCheckTimeoutSeconds").text());

        assertThat(ofImage("CONSILIUM_DRAIN_DELAY")).isGreaterThan(seconds);
    }

    @Test
    void theGroupWaitsForLongerThanANodeTakesToStop() throws IOException {
        int stop = ofImage("CONSILIUM_STOP_TIMEOUT");
        int waiting = Integer.parseInt(Cloud.only("AWS::AutoScaling::LifecycleHook")
                .at("HeartbeatTimeout")
                .text());

        assertThat(stop).isGreaterThan(ofImage("CONSILIUM_DRAIN_DELAY") + ofImage("CONSILIUM_DRAIN_TIMEOUT"));
        assertThat(waiting).isGreaterThan(stop);
    }

    /** Else the balancer would send a request by a connection that the node is closing. */
    @Test
    void theLoadBalancerClosesIdleConnectionsBeforeANodeDoes() throws IOException {
        Matcher node = Pattern.compile("\"timeout-seconds\", \"(\\d+)\"")
                .matcher(Files.readString(
                        Path.of("../server/src/main/java/org/consilium/server/assembly/DomainTemplate.java")));

        assertThat(node.find()).isTrue();
        assertThat(Front.IDLE_SECONDS).isLessThan(Integer.parseInt(node.group(1)));
    }

    /** The hook and the tag are known to the node by these names. */
    @Test
    void theNodeKnowsHookAndTag() throws IOException {
        StringBuilder scripts = new StringBuilder();
        for (String script : new String[] {"lifecycle", "node-configuration"}) {
            scripts.append(Files.readString(Path.of("../../packer/files/opt/consilium/bin", script)));
        }
        assertThat(scripts).contains(Fleet.HOOK).contains(Fleet.CONFIGURATION_TAG);
    }
}
