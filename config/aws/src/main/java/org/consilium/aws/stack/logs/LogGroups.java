package org.consilium.aws.stack.logs;

import java.util.Map;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.FlowLogDestination;
import software.amazon.awscdk.services.ec2.FlowLogOptions;
import software.amazon.awscdk.services.ec2.FlowLogTrafficType;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.amazon.awscdk.services.logs.RetentionDays;
import software.constructs.Construct;

/** Creates log groups, encrypted and kept for the six years that 45 CFR 164.316(b)(2)(i) asks for. */
public final class LogGroups {

    private final Key key;

    public LogGroups(Key key) {
        this.key = key;
    }

    public LogGroup make(Construct scope, String id) {
        return builder(scope, id).build();
    }

    /** A log group with the name that its writer expects. */
    public LogGroup make(Construct scope, String id, String name) {
        return builder(scope, id).logGroupName(name).build();
    }

    /** Flow logs for all traffic of a network. */
    public Map<String, FlowLogOptions> flows(Construct scope) {
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
