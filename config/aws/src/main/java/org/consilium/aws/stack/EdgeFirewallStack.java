package org.consilium.aws.stack;

import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;
import software.constructs.Construct;

/** The firewall before CloudFront: AWS keeps it in us-east-1, wherever the rest is. */
final class EdgeFirewallStack extends software.amazon.awscdk.Stack {

    private final Firewall firewall;

    EdgeFirewallStack(Construct scope, Stage stage) {
        super(
                scope,
                "Consilium-" + stage.name() + "-edge",
                StackProps.builder()
                        .env(Environment.builder()
                                .account(stage.account())
                                .region("us-east-1")
                                .build())
                        .crossRegionReferences(true)
                        .terminationProtection(true)
                        .build());
        firewall = new Firewall(this, "Firewall", Firewall.Place.EDGE, new LogGroups(new LogKey(this).key()));
    }

    String firewall() {
        return firewall.arn();
    }
}
