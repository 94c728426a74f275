package org.consilium.aws.stack.compute;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.stage.Processor;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
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
        template = LaunchTemplate.Builder.create(this, "Template")
                .machineImage(MachineImage.genericLinux(Map.of(stage.region(), image)))
                .instanceType(new InstanceType(plan.node().nodeType()))
                .securityGroup(network.nodes())
                .role(role.role())
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .httpPutResponseHopLimit(1)
                .instanceMetadataTags(true)
                .detailedMonitoring(true)
                .ebsOptimized(true)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                CapacityPlan.NODE_DISK_GIGABYTES,
                                EbsDeviceOptions.builder()
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .encrypted(true)
                                        .kmsKey(key)
                                        .deleteOnTermination(true)
                                        .build()))
                        .build()))
                .build();
    }

    public LaunchTemplate template() {
        return template;
    }
}
