package org.consilium.aws.stack.operations;

import java.util.Map;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.logs.FilterPattern;
import software.amazon.awscdk.services.logs.IFilterPattern;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.MetricFilterOptions;

/** Metrics of AWS services, and those counted in logs; their periods are minutes unless they say otherwise. */
final class Metrics {

    private static final String NAMESPACE = "Consilium";

    private Metrics() {}

    static MetricOptions minute(String statistic) {
        return MetricOptions.builder()
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    static Metric of(String namespace, String name, Map<String, String> dimensions, String statistic) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .dimensionsMap(dimensions)
                .statistic(statistic)
                .period(Duration.minutes(1))
                .build();
    }

    /** The latest value of one of the whole account, which its service publishes seldom. */
    static Metric hourly(String namespace, String name) {
        return Metric.Builder.create()
                .namespace(namespace)
                .metricName(name)
                .statistic("Maximum")
                .period(Duration.hours(1))
                .build();
    }

    /** Counts the events of a log that match a pattern. */
    static Metric counted(LogGroup log, String id, IFilterPattern pattern) {
        return log.addMetricFilter(
                        id,
                        MetricFilterOptions.builder()
                                .filterPattern(pattern)
                                .metricNamespace(NAMESPACE)
                                .metricName(id)
                                .metricValue("1")
                                .defaultValue(0)
                                .build())
                .metric(minute("Sum"));
    }

    /**
     * The values of a field in the lines of a log that have it.
     *
     * @param hours a period
     */
    static Metric reported(LogGroup log, String id, String field, String statistic, int hours) {
        return log.addMetricFilter(
                        id,
                        MetricFilterOptions.builder()
                                .filterPattern(FilterPattern.exists("$." + field))
                                .metricNamespace(NAMESPACE)
                                .metricName(id)
                                .metricValue("$." + field)
                                .build())
                .metric(MetricOptions.builder()
                        .statistic(statistic)
                        .period(Duration.hours(hours))
                        .build());
    }

    /** The same, with the pattern as CloudWatch Logs writes it. */
    static Metric counted(LogGroup log, String id, String pattern) {
        return counted(log, id, FilterPattern.literal(pattern));
    }
}
