package org.consilium.aws.stack;

import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/** The addresses by which people and their browsers find it all. */
final class Names extends Construct {

    private final Stage stage;
    private final IHostedZone zone;

    Names(Construct scope, Stage stage) {
        super(scope, "Names");
        this.stage = stage;
        zone = HostedZone.fromHostedZoneAttributes(
                this,
                "Zone",
                HostedZoneAttributes.builder()
                        .hostedZoneId(stage.hostedZoneId())
                        .zoneName(stage.hostedZoneName())
                        .build());
    }

    void point(Front front, Edge edge) {
        ARecord.Builder.create(this, "Application")
                .zone(zone)
                .recordName(stage.domain() + ".")
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(front.balancer())))
                .build();
        RecordTarget images = RecordTarget.fromAlias(new CloudFrontTarget(edge.distribution()));
        ARecord.Builder.create(this, "Images")
                .zone(zone)
                .recordName(stage.imagesDomain() + ".")
                .target(images)
                .build();
        AaaaRecord.Builder.create(this, "ImagesByIpv6")
                .zone(zone)
                .recordName(stage.imagesDomain() + ".")
                .target(images)
                .build();
    }
}
