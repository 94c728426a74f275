package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IAlarm;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.cloudwatch.Stats;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeElb;
import software.amazon.awscdk.services.elasticloadbalancingv2.HttpCodeTarget;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilterOptions;
import software.amazon.awscdk.services.rds.DatabaseInstanceReadReplica;
import software.constructs.Construct;

/** Whether people are served, and what will go wrong next: alarms with actions, and one page that shows it all. */
final class Observability extends Construct {

    private static final String NAMESPACE = "Consilium";
    private static final double GIGABYTE = 1024.0 * 1024 * 1024;

    private final Alarms alarms;
    private final Dashboard dashboard;

    Observability(Construct scope, Stage stage, Operations operations) {
        super(scope, "Observability");
        alarms = new Alarms(this, operations);
        dashboard = Dashboard.Builder.create(this, "Dashboard")
                .dashboardName("consilium-" + stage.name())
                .build();
    }

    /**
     * Whether people get answers, and soon.
     *
     * @return the alarms that stop a deployment
     */
    List<IAlarm> ofFront(Front front) {
        var metrics = front.balancer().getMetrics();
        IMetric failed = front.nodes().getMetrics().httpCodeTarget(HttpCodeTarget.TARGET_5XX_COUNT, minute("Sum"));
        IMetric refused = metrics.httpCodeElb(HttpCodeElb.ELB_5XX_COUNT, minute("Sum"));
        IMetric slow = front.nodes().getMetrics().targetResponseTime(minute(Stats.percentile(99)));
        IMetric unhealthy = front.nodes().getMetrics().unhealthyHostCount(minute("Maximum"));
        Alarm failures = alarms.atLeast("Failures", failed, 10, 2, "Nodes answer with 5xx");
        Alarm slowness = alarms.atLeast("Slow", slow, 2, 5, "One answer of a hundred takes 2 s or more");
        alarms.atLeast("Refusals", refused, 10, 2, "The load balancer has no node to ask");
        alarms.atLeast("Unhealthy", unhealthy, 1, 5, "A node is not ready");
        graph("Answers", failed, refused);
        graph("Time of answers, p99 (s)", slow);
        graph("Requests", metrics.requestCount(minute("Sum")));
        return List.of(failures, slowness);
    }

    /** Whether there are nodes enough. */
    void ofFleet(Fleet fleet, CapacityPlan plan) {
        String name = fleet.group().getAutoScalingGroupName();
        Map<String, String> group = Map.of("AutoScalingGroupName", name);
        Metric cpu = metric("AWS/EC2", "CPUUtilization", group, "Average");
        Metric serving = metric("AWS/AutoScaling", "GroupInServiceInstances", group, "Minimum");
        alarms.atLeast("Cpu", cpu, 85, 10, "Nodes are at 85 % although more were asked for");
        alarms.below("TooFewNodes", serving, plan.fleet().minimum(), 10, "Fewer nodes than the least");
        alarms.atLeast("MostNodes", serving, plan.fleet().maximum(), 5, "No more nodes may be started");
        graph("Nodes", serving);
        graph("CPU of the nodes (%)", cpu);
    }

    /** Whether the application says that something is wrong. */
    void ofApplication(LogGroup log) {
        var severe = log.addMetricFilter(
                "Severe",
                MetricFilterOptions.builder()
                        .filterPattern(FilterPattern.stringValue("$.level", "=", "SEVERE"))
                        .metricNamespace(NAMESPACE)
                        .metricName("Severe")
                        .metricValue("1")
                        .defaultValue(0)
                        .build());
        alarms.atLeast("Severe", severe.metric(minute("Sum")), 1, 1, "The application reports a severe failure");
        graph("Severe failures", severe.metric(minute("Sum")));
    }

    void ofDatabase(Database database) {
        Metric cpu = database.primary().metricCPUUtilization(minute("Average"));
        Metric space = database.primary().metricFreeStorageSpace(minute("Minimum"));
        Metric memory = database.primary().metricFreeableMemory(minute("Minimum"));
        Metric connections = database.primary().metricDatabaseConnections(minute("Maximum"));
        alarms.atLeast("DatabaseCpu", cpu, 80, 10, "The database computes at 80 %");
        alarms.below("DatabaseSpace", space, 20 * GIGABYTE, 5, "The database has less than 20 GB left");
        alarms.below("DatabaseMemory", memory, GIGABYTE / 4, 10, "The database has less than 256 MB of memory left");
        graph("Database: CPU (%)", cpu);
        graph("Database: connections", connections);
        for (DatabaseInstanceReadReplica replica : database.replicas()) {
            String id = replica.getNode().getId();
            Metric lag = metric(
                    "AWS/RDS",
                    "ReplicaLag",
                    Map.of("DBInstanceIdentifier", replica.getInstanceIdentifier()),
                    "Maximum");
            alarms.atLeast(id + "Lag", lag, 30, 5, "A replica is 30 s behind");
            Metric left = metric(
                    "AWS/RDS",
                    "FreeStorageSpace",
                    Map.of("DBInstanceIdentifier", replica.getInstanceIdentifier()),
                    "Minimum");
            alarms.below(id + "Space", left, 20 * GIGABYTE, 5, "A replica has less than 20 GB left");
            graph(id + ": seconds behind", lag);
        }
    }

    void ofSessions(Sessions sessions) {
        Map<String, String> group =
                Map.of("ReplicationGroupId", sessions.group().getRef());
        Metric cpu = metric("AWS/ElastiCache", "EngineCPUUtilization", group, "Maximum");
        Metric memory = metric("AWS/ElastiCache", "DatabaseMemoryUsagePercentage", group, "Maximum");
        Metric lag = metric("AWS/ElastiCache", "ReplicationLag", group, "Maximum");
        alarms.atLeast("SessionsCpu", cpu, 80, 10, "The session store computes at 80 %");
        alarms.atLeast("SessionsMemory", memory, 70, 5, "The session store is full to 70 %; it evicts nothing");
        alarms.atLeast("SessionsLag", lag, 10, 5, "A replica of the session store is 10 s behind");
        graph("Sessions: CPU and memory (%)", cpu, memory);
    }

    void ofBackups(Backups backups) {
        Metric failed = Metric.Builder.create()
                .namespace("AWS/Backup")
                .metricName("NumberOfBackupJobsFailed")
                .dimensionsMap(Map.of("BackupVaultName", backups.vault().getBackupVaultName()))
                .statistic("Sum")
                .period(Duration.hours(1))
                .build();
        alarms.atLeast("Backup", failed, 1, 1, "A backup has failed");
    }

    /** Whether people go where only machines should: the privacy officer asks them why. */
    void ofTrail(Logs logs, Database database) {
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
        var calls = logs.calls()
                .addMetricFilter(
                        id,
                        MetricFilterOptions.builder()
                                .filterPattern(FilterPattern.literal(pattern))
                                .metricNamespace(NAMESPACE)
                                .metricName(id)
                                .metricValue("1")
                                .defaultValue(0)
                                .build());
        alarms.atLeast(id, calls.metric(minute("Sum")), 1, 1, meaning);
    }

    /** Puts the state of all alarms on top. */
    void complete() {
        dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms.all())
                .width(24)
                .height(4)
                .build());
    }

    private void graph(String title, IMetric... metrics) {
        dashboard.addWidgets(GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(12)
                .build());
    }

    private static MetricOptions minute(String statistic) {
        return MetricOptions.builder()
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    private static Metric metric(String namespace, String name, Map<String, String> dimensions, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }
}
