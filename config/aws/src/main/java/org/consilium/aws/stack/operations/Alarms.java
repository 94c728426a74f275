package org.consilium.aws.stack.operations;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CreateAlarmOptions;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/** Alarms that notify the operators when they start and when they are over. */
public final class Alarms extends Construct {

    private final SnsAction action;
    private final List<Alarm> all = new ArrayList<>();

    public Alarms(Construct scope, Operations operations) {
        super(scope, "Alarms");
        action = new SnsAction(operations.topic());
    }

    /**
     * An alarm when the metric is at or above a limit.
     *
     * @param periods consecutive periods of the metric
     */
    Alarm atLeast(String id, Metric metric, double limit, int periods, String meaning) {
        return add(
                id,
                metric,
                options(limit, periods, meaning)
                        .comparisonOperator(ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD)
                        .treatMissingData(TreatMissingData.NOT_BREACHING));
    }

    /** An alarm when the metric is below a limit or is not reported at all. */
    public Alarm below(String id, Metric metric, double limit, int periods, String meaning) {
        return add(
                id,
                metric,
                options(limit, periods, meaning)
                        .comparisonOperator(ComparisonOperator.LESS_THAN_THRESHOLD)
                        .treatMissingData(TreatMissingData.BREACHING));
    }

    private static CreateAlarmOptions.Builder options(double limit, int periods, String meaning) {
        return CreateAlarmOptions.builder()
                .alarmDescription(meaning)
                .threshold(limit)
                .evaluationPeriods(periods);
    }

    private Alarm add(String id, Metric metric, CreateAlarmOptions.Builder options) {
        Alarm alarm = metric.createAlarm(this, id, options.build());
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        all.add(alarm);
        return alarm;
    }

    List<Alarm> all() {
        return all;
    }
}
