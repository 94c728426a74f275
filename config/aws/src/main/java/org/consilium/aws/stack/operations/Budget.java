package org.consilium.aws.stack.operations;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.cost.MonthlyCost;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.budgets.CfnBudget;
import software.constructs.Construct;

/** A budget of the cost that the capacity plan estimates; operators are notified when it is exceeded. */
public final class Budget extends Construct {

    /** Room for peaks that are not in the calendar. */
    private static final double RESERVE = 1.25;

    public Budget(Construct scope, Stage stage, MonthlyCost cost, Operations operations) {
        super(scope, "Budget");
        CfnBudget.Builder.create(this, "Monthly")
                .budget(CfnBudget.BudgetDataProperty.builder()
                        .budgetName("consilium-" + stage.name())
                        .budgetType("COST")
                        .timeUnit("MONTHLY")
                        .costFilters(Map.of("TagKeyValue", List.of("user:consilium:stage$" + stage.name())))
                        .budgetLimit(CfnBudget.SpendProperty.builder()
                                .amount(Math.ceil(cost.dollars() * RESERVE))
                                .unit("USD")
                                .build())
                        .build())
                .notificationsWithSubscribers(
                        List.of(notice("FORECASTED", 100, operations), notice("ACTUAL", 80, operations)))
                .build();
    }

    private static CfnBudget.NotificationWithSubscribersProperty notice(
            String type, int percent, Operations operations) {
        return CfnBudget.NotificationWithSubscribersProperty.builder()
                .notification(CfnBudget.NotificationProperty.builder()
                        .notificationType(type)
                        .comparisonOperator("GREATER_THAN")
                        .threshold(percent)
                        .thresholdType("PERCENTAGE")
                        .build())
                .subscribers(List.of(CfnBudget.SubscriberProperty.builder()
                        .subscriptionType("SNS")
                        .address(operations.topic().getTopicArn())
                        .build()))
                .build();
    }
}
