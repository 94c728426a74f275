package org.consilium.aws.stack.operations;

import java.util.Locale;
import org.consilium.aws.stack.data.Database;
import org.consilium.aws.stack.keeper.Keeper;
import org.consilium.aws.stack.logs.Logs;
import software.amazon.awscdk.services.cloudwatch.Metric;
import software.amazon.awscdk.services.logs.FilterPattern;

/** Alarms for the audit trail's daily task: whether it runs, adds partitions, and archives old days. */
public final class KeeperMonitoring {

    private static final int HOURS = 6;
    /** 30 hours without a run that came to its end. */
    private static final int PERIODS_WITHOUT_RUN = 5;
    /** Of the fourteen days that have a partition before they begin. */
    private static final int MOST_DAYS_MISSING = 4;

    private final Alarms alarms;
    private final Graphs graphs;

    KeeperMonitoring(Alarms alarms, Graphs graphs) {
        this.alarms = alarms;
        this.graphs = graphs;
    }

    public void of(Keeper keeper, Logs logs, Database database) {
        Metric runs = Metrics.reported(keeper.log(), "TrailTask", "dailyTask", "Sum", HOURS);
        Metric missing = Metrics.reported(keeper.log(), "TrailDaysMissing", "daysMissing", "Maximum", HOURS);
        Metric waiting = Metrics.reported(keeper.log(), "TrailDaysNotArchived", "daysNotArchived", "Maximum", HOURS);
        Metric severe =
                Metrics.counted(keeper.log(), "TrailSevere", FilterPattern.stringValue("$.level", "=", "SEVERE"));
        alarms.below(
                "TrailTask",
                runs,
                1,
                PERIODS_WITHOUT_RUN,
                "The audit trail's daily task has not run to its end for 30 h");
        alarms.atLeast(
                "TrailPartitions", missing, MOST_DAYS_MISSING, 1, "The audit trail is running out of partitions");
        alarms.atLeast("TrailArchive", waiting, 1, 1, "An old day of the audit trail could not be archived");
        alarms.atLeast("TrailSevere", severe, 1, 1, "The audit trail's daily task reports a failure");
        graphs.add("Trail: days without partition, days not archived", missing, waiting);
        ofOwner(keeper, logs, database);
    }

    /** The owner alone can change what is on record. */
    private void ofOwner(Keeper keeper, Logs logs, Database database) {
        String pattern = String.format(
                Locale.ROOT,
                "{ $.eventName = \"GetSecretValue\" && $.userIdentity.invokedBy NOT EXISTS"
                        + " && $.requestParameters.secretId = \"*%s*\""
                        + " && ($.userIdentity.sessionContext.sessionIssuer.arn NOT EXISTS"
                        + " || $.userIdentity.sessionContext.sessionIssuer.arn != \"%s\") }",
                database.passwords().trailOwner().getSecretName(),
                keeper.role().getRoleArn());
        alarms.atLeast(
                "TrailOwner",
                Metrics.counted(logs.calls(), "TrailOwner", pattern),
                1,
                1,
                "Somebody reads the password of the audit trail's owner");
    }
}
