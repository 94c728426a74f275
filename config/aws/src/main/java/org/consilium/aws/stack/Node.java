package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.InstanceType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.ec2.MachineImage;
import software.amazon.awscdk.services.iam.IRole;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** What each node is: a machine of one image, known by its id, whose disk is encrypted and of no importance. */
final class Node extends Construct {

    private static final int GIGABYTES = 20;

    private final LaunchTemplate template;

    Node(Construct scope, Stage stage, CapacityPlan plan, Network network, IKey key, IRole role) {
        super(scope, "Node");
        String image = stage.image(Processor.of(plan.nodeType()));
        template = LaunchTemplate.Builder.create(this, "Template")
                .machineImage(MachineImage.genericLinux(Map.of(stage.region(), image)))
                .instanceType(new InstanceType(plan.nodeType()))
                .securityGroup(network.nodes())
                .role(role)
                .httpTokens(LaunchTemplateHttpTokens.REQUIRED)
                .httpPutResponseHopLimit(1)
                .instanceMetadataTags(true)
                .detailedMonitoring(true)
                .ebsOptimized(true)
                .blockDevices(List.of(BlockDevice.builder()
                        .deviceName("/dev/xvda")
                        .volume(BlockDeviceVolume.ebs(
                                GIGABYTES,
                                EbsDeviceOptions.builder()
                                        .volumeType(EbsDeviceVolumeType.GP3)
                                        .encrypted(true)
                                        .kmsKey(key)
                                        .deleteOnTermination(true)
                                        .build()))
                        .build()))
                .build();
    }

    LaunchTemplate template() {
        return template;
    }
}
