package org.consilium.aws.stack.compute;

import java.util.List;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import software.amazon.awscdk.services.ec2.BlockDevice;
import software.amazon.awscdk.services.ec2.BlockDeviceVolume;
import software.amazon.awscdk.services.ec2.EbsDeviceOptions;
import software.amazon.awscdk.services.ec2.EbsDeviceVolumeType;
import software.amazon.awscdk.services.ec2.LaunchTemplate;
import software.amazon.awscdk.services.ec2.LaunchTemplateHttpTokens;
import software.amazon.awscdk.services.kms.IKey;
import software.constructs.Construct;

/** What the launch templates of all machines have in common. */
public final class MachineTemplate {

    private MachineTemplate() {}

    /** With an encrypted disk that holds nothing to keep, and credentials by session tokens of the machine alone. */
    public static LaunchTemplate.Builder in(Construct scope, IKey key) {
        return LaunchTemplate.Builder.create(scope, "Template")
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
                        .build()));
    }
}
