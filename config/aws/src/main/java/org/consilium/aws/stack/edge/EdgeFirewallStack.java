package org.consilium.aws.stack.edge;

import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.security.LogKey;
import org.consilium.aws.stack.stage.Stage;
import software.constructs.Construct;

/** CloudFront's firewall, which AWS requires to be in us-east-1. */
public final class EdgeFirewallStack extends software.amazon.awscdk.Stack {

    private final LogGroups groups;
    private final Firewall firewall;

    public EdgeFirewallStack(Construct scope, Stage stage) {
        super(scope, "Consilium-" + stage.name() + "-edge", stage.stackIn("us-east-1"));
        groups = new LogGroups(new LogKey(this).key());
        firewall = new Firewall(this, "Firewall", Firewall.Target.EDGE, groups);
    }

    /** Creates log groups in us-east-1. */
    public LogGroups groups() {
        return groups;
    }

    /** Its ARN. */
    public String firewall() {
        return firewall.arn();
    }
}
