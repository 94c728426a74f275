package org.consilium.aws.stack.operations;

import java.util.List;
import software.amazon.awscdk.services.cloudwatch.Alarm;
import software.amazon.awscdk.services.cloudwatch.AlarmStatusWidget;
import software.amazon.awscdk.services.cloudwatch.Dashboard;
import software.amazon.awscdk.services.cloudwatch.GraphWidget;
import software.amazon.awscdk.services.cloudwatch.IMetric;
import software.constructs.Construct;

/** The dashboard: one page with all graphs and the state of all alarms. */
final class Graphs {

    private final Dashboard dashboard;

    Graphs(Construct scope, String name) {
        dashboard =
                Dashboard.Builder.create(scope, "Dashboard").dashboardName(name).build();
    }

    void add(String title, IMetric... metrics) {
        dashboard.addWidgets(GraphWidget.Builder.create()
                .title(title)
                .left(List.of(metrics))
                .width(12)
                .build());
    }

    void addStates(List<Alarm> alarms) {
        dashboard.addWidgets(AlarmStatusWidget.Builder.create()
                .title("Alarms")
                .alarms(alarms)
                .width(24)
                .height(4)
                .build());
    }
}
