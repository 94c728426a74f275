package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.sns.Topic;
import software.amazon.awscdk.services.sns.subscriptions.EmailSubscription;
import software.constructs.Construct;

/** The people who run it, and how they hear of what goes wrong; no message holds health data. */
final class Operations extends Construct {

    private final Topic topic;

    Operations(Construct scope, Stage stage, Key key) {
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

    Topic topic() {
        return topic;
    }
}
