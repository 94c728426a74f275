package org.consilium.aws.stack;

import software.constructs.Construct;

/** The firewall before CloudFront: AWS keeps it in us-east-1, wherever the rest is. */
final class EdgeFirewallStack extends software.amazon.awscdk.Stack {

    private final Firewall firewall;

    EdgeFirewallStack(Construct scope, Stage stage) {
        super(scope, "Consilium-" + stage.name() + "-edge", stage.stackIn("us-east-1"));
        firewall = new Firewall(this, "Firewall", Firewall.Place.EDGE, new LogGroups(new LogKey(this).key()));
    }

    String firewall() {
        return firewall.arn();
    }
}
