package org.consilium.aws.stack;

import java.util.ArrayList;
import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.ComparisonOperator;
import software.amazon.awscdk.services.cloudwatch.CreateAlarmOptions;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.cloudwatch.TreatMissingData;
import software.amazon.awscdk.services.cloudwatch.actions.SnsAction;
import software.constructs.Construct;

/** Alarms, each of which tells the operators when it begins and when it is over. */
final class Alarms extends Construct {

    private final SnsAction action;
    private final List<Alarm> all = new ArrayList<>();

    Alarms(Construct scope, Operations operations) {
        super(scope, "Alarms");
        action = new SnsAction(operations.topic());
    }

    /**
     * An alarm when the metric is at or above a limit.
     *
     * @param periods of the metric, one after the other
     */
    Alarm atLeast(String id, IMetric metric, double limit, int periods, String meaning) {
        return add(
                id,
                metric,
                limit,
                periods,
                meaning,
                ComparisonOperator.GREATER_THAN_OR_EQUAL_TO_THRESHOLD,
                TreatMissingData.NOT_BREACHING);
    }

    /** An alarm when the metric is below a limit, or is not reported at all. */
    Alarm below(String id, IMetric metric, double limit, int periods, String meaning) {
        return add(
                id,
                metric,
                limit,
                periods,
                meaning,
                ComparisonOperator.LESS_THAN_THRESHOLD,
                TreatMissingData.BREACHING);
    }

    private Alarm add(
            String id,
            IMetric metric,
            double limit,
            int periods,
            String meaning,
            ComparisonOperator operator,
            TreatMissingData missing) {
        CreateAlarmOptions options = CreateAlarmOptions.builder()
                .alarmDescription(meaning)
                .threshold(limit)
                .evaluationPeriods(periods)
                .comparisonOperator(operator)
                .treatMissingData(missing)
                .build();
        Alarm alarm = ((Metric) metric).createAlarm(this, id, options);
        alarm.addAlarmAction(action);
        alarm.addOkAction(action);
        all.add(alarm);
        return alarm;
    }

    List<Alarm> all() {
        return all;
    }
}
