package org.consilium.aws.stack;

import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Makes groups of log streams: encrypted, and kept as long as the law asks (45 CFR 164.316(b)(2)(i): six years). */
final class LogGroups {

    private final Key key;

    LogGroups(Key key) {
        this.key = key;
    }

    LogGroup make(Construct scope, String id) {
        return builder(scope, id).build();
    }

    /** One of a name that others expect. */
    LogGroup make(Construct scope, String id, String name) {
        return builder(scope, id).logGroupName(name).build();
    }

    /** What a network needs to note all traffic. */
    Map<String, FlowLogOptions> flows(Construct scope) {
        return Map.of(
                "All",
                FlowLogOptions.builder()
                        .trafficType(FlowLogTrafficType.ALL)
                        .destination(FlowLogDestination.toCloudWatchLogs(make(scope, "Flows")))
                        .build());
    }

    private LogGroup.Builder builder(Construct scope, String id) {
        return LogGroup.Builder.create(scope, id)
                .encryptionKey(key)
                .retention(RetentionDays.SIX_YEARS)
                .removalPolicy(RemovalPolicy.RETAIN);
    }
}
