package org.consilium.aws.stack.compute;

import java.util.Map;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.stage.Processor;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/**
 * The launch template of a node: one machine image, named by its id, and an encrypted disk that holds nothing to keep.
 */
public final class Node extends Construct {

    private final LaunchTemplate template;

    public Node(Construct scope, Stage stage, CapacityPlan plan, Network network, IKey key, NodeRole role) {
        super(scope, "Node");
        String image = stage.image(Processor.of(plan.node().nodeType()));
        template = MachineTemplate.in(this, key)
                .machineImage(MachineImage.genericLinux(Map.of(stage.region(), image)))
                .instanceType(new InstanceType(plan.node().nodeType()))
                .securityGroup(network.nodes())
                .role(role.role())
                .build();
    }

    public LaunchTemplate template() {
        return template;
    }
}
