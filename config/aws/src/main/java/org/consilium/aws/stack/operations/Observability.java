package org.consilium.aws.stack.operations;

import static org.consilium.aws.stack.operations.Metrics.minute;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.compute.Fleet;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.edge.LoadBalancing;
import org.consilium.aws.stack.logs.Logs;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/** Alarms and graphs that show whether people are served and what is about to fail. */
public final class Observability extends Construct {

    private final Alarms alarms;
    private final Graphs graphs;

    public Observability(Construct scope, Stage stage, Operations operations) {
        super(scope, "Observability");
        alarms = new Alarms(this, operations);
        graphs = new Graphs(this, "consilium-" + stage.name());
    }

    /**
     * Watches whether requests are answered, and how fast.
     *
     * @return the alarms that stop a deployment
     */
    public List<IAlarm> ofLoadBalancing(LoadBalancing balancing) {
        var metrics = balancing.balancer().getMetrics();
        var nodes = balancing.nodes().getMetrics();
        Metric failed = nodes.httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, minute("Sum"));
        Metric refused = metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, minute("Sum"));
        Metric slow = nodes.targetResponseTime(minute(Stats.percentile(99)));
        Metric unhealthy = nodes.unhealthyHostCount(minute("Maximum"));
        Alarm failures = alarms.atLeast("Failures", failed, 10, 2, "Nodes answer with 5xx");
        Alarm slowness = alarms.atLeast("Slow", slow, 2, 5, "One answer of a hundred takes 2 s or more");
        alarms.atLeast("Refusals", refused, 10, 2, "The load balancer has no node to ask");
        alarms.atLeast("Unhealthy", unhealthy, 1, 5, "A node is not ready");
        graphs.add("Answers", failed, refused);
        graphs.add("Time of answers, p99 (s)", slow);
        graphs.add("Requests", metrics.requestCount(minute("Sum")));
        return List.of(failures, slowness);
    }

    /** Watches whether there are enough nodes. */
    public void ofFleet(Fleet fleet, CapacityPlan plan) {
        String name = fleet.group().getAutoScalingGroupName();
        Map<String, String> group = Map.of("AutoScalingGroupName", name);
        Metric cpu = Metrics.of("AWS/EC2", "CPUUtilization", group, "Average");
        Metric serving = Metrics.of("AWS/AutoScaling", "GroupInServiceInstances", group, "Minimum");
        alarms.atLeast("Cpu", cpu, 85, 10, "Nodes are at 85 % although more were asked for");
        alarms.below("TooFewNodes", serving, plan.fleet().minimum(), 10, "Fewer nodes than the least");
        alarms.atLeast("MostNodes", serving, plan.fleet().maximum(), 5, "No more nodes may be started");
        graphs.add("Nodes", serving);
        graphs.add("CPU of the nodes (%)", cpu);
    }

    /** Watches for severe failures in the application's log. */
    public void ofApplication(LogGroup log) {
        Metric severe = Metrics.counted(log, "Severe", FilterPattern.stringValue("$.level", "=", "SEVERE"));
        alarms.atLeast("Severe", severe, 1, 1, "The application reports a severe failure");
        graphs.add("Severe failures", severe);
    }

    /** Watches whether letters arrive. From these shares on, Amazon SES may stop a sender. */
    public void ofMail() {
        Metric bounces = Metrics.hourly("AWS/SES", "Reputation.BounceRate");
        Metric complaints = Metrics.hourly("AWS/SES", "Reputation.ComplaintRate");
        alarms.atLeast("Bounces", bounces, 0.05, 1, "One letter of twenty comes back");
        alarms.atLeast("Complaints", complaints, 0.001, 1, "One recipient of a thousand complains about letters");
        graphs.add("Letters that come back, complaints (shares)", bounces, complaints);
    }

    public KeeperMonitoring keeper() {
        return new KeeperMonitoring(alarms, graphs);
    }

    public DataMonitoring data() {
        return new DataMonitoring(alarms, graphs);
    }

    /** Watches for people in places that are meant for machines: the privacy officer asks them why. */
    public void ofTrail(Logs logs, Database database) {
        called(
                logs,
                "Root",
                "{ $.userIdentity.type = \"Root\" && $.userIdentity.invokedBy NOT EXISTS"
                        + " && $.eventType != \"AwsServiceEvent\" }",
                "Somebody uses the account's root user");
        called(logs, "Operator", "{ $.eventName = \"StartSession\" }", "Somebody opens a session on a machine");
        called(
                logs,
                "DatabaseAdministrator",
                "{ $.eventName = \"GetSecretValue\" && $.userIdentity.invokedBy NOT EXISTS"
                        + " && $.requestParameters.secretId = \"*"
                        + database.passwords().administrator().getSecretName() + "*\" }",
                "Somebody reads the password of the database's administrator");
    }

    private void called(Logs logs, String id, String pattern, String meaning) {
        alarms.atLeast(id, Metrics.counted(logs.calls(), id, pattern), 1, 1, meaning);
    }

    /** Adds the state of all alarms to the dashboard. */
    public void complete() {
        graphs.addStates(alarms.all());
    }
}
