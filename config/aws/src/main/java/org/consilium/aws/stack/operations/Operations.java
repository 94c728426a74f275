package org.consilium.aws.stack.operations;

import java.util.List;
import java.util.Map;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The topic that notifies the operators by e-mail. Messages never contain health information. */
public final class Operations extends Construct {

    private final Topic topic;

    public Operations(Construct scope, Stage stage, Key key) {
        super(scope, "Operations");
        topic = Topic.Builder.create(this, "Topic")
                .displayName("Consilium " + stage.name())
                .masterKey(key)
                .enforceSsl(true)
                .build();
        topic.addSubscription(new EmailSubscription(stage.operationsEmail()));
        topic.addToResourcePolicy(PolicyStatement.Builder.create()
                .principals(List.of(
                        new ServicePrincipal("cloudwatch.amazonaws.com"),
                        new ServicePrincipal("budgets.amazonaws.com"),
                        new ServicePrincipal("events.amazonaws.com"),
                        new ServicePrincipal("backup.amazonaws.com")))
                .actions(List.of("sns:Publish"))
                .resources(List.of(topic.getTopicArn()))
                .conditions(Map.of("StringEquals", Map.of("aws:SourceAccount", stage.account())))
                .build());
    }

    public Topic topic() {
        return topic;
    }
}
