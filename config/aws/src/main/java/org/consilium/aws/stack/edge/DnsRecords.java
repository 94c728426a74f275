package org.consilium.aws.stack.edge;

import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.services.route53.ARecord;
import software.amazon.awscdk.services.route53.AaaaRecord;
import software.amazon.awscdk.services.route53.HostedZone;
import software.amazon.awscdk.services.route53.HostedZoneAttributes;
import software.amazon.awscdk.services.route53.IHostedZone;
import software.amazon.awscdk.services.route53.RecordTarget;
import software.amazon.awscdk.services.route53.targets.CloudFrontTarget;
import software.amazon.awscdk.services.route53.targets.LoadBalancerTarget;
import software.constructs.Construct;

/**
 * The DNS records of application and images. The construct's id is that of the first deployments: a new one would
 * replace the records.
 */
public final class DnsRecords extends Construct {

    private final Stage stage;
    private final IHostedZone zone;

    public DnsRecords(Construct scope, Stage stage) {
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

    /** The zone of the stage. */
    public IHostedZone zone() {
        return zone;
    }

    public void point(LoadBalancing balancing, Edge edge) {
        ARecord.Builder.create(this, "Application")
                .zone(zone)
                .recordName(stage.domain() + ".")
                .target(RecordTarget.fromAlias(new LoadBalancerTarget(balancing.balancer())))
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
