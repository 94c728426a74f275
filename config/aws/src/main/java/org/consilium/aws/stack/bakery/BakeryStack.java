package org.consilium.aws.stack.bakery;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consilium.aws.stack.logs.LogGroups;
import org.consilium.aws.stack.operations.Operations;
import org.consilium.aws.stack.security.AutoScalingRole;
import org.consilium.aws.stack.security.LogKey;
import org.consilium.aws.stack.stage.Stage;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Builds the machine images every week. Nodes do not update themselves, so that Debian's security fixes need a new
 * image. It has a network of its own, since it needs a route to the Internet, which nodes lack. No health information
 * comes here.
 */
public final class BakeryStack extends software.amazon.awscdk.Stack {

    public BakeryStack(Construct scope, Stage stage) {
        super(scope, "Consilium-" + stage.name() + "-bakery", stage.stackIn(stage.region()));
        Key logs = new LogKey(this).key();
        Key images = Key.Builder.create(this, "Images")
                .description("Disks of machine images")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        AutoScalingRole.encryptsVolumes(images);
        LogGroups groups = new LogGroups(logs);
        BakeryNetwork network = new BakeryNetwork(this, stage, groups);
        Releases releases = new Releases(this, logs);
        LogGroup log = groups.make(this, "Builds");
        Baker baker = new Baker(this);
        baker.bake(images);
        baker.readReleases(releases.bucket(), logs);
        baker.work(network, log);
        Bakery bakery = new Bakery(this, network, baker, logs, log, variables(stage, releases, images, network));
        bakery.notifyThrough(new Operations(this, stage, logs));
        output("ReleasesBucket", releases.bucket().getBucketName());
        output("BakeryProject", bakery.project().getProjectName());
        BakerySuppressions.apply(this);
    }

    /** The variables of {@code packer/bake-anew}, sorted, so that every synthesis gives the same template. */
    private SortedMap<String, String> variables(Stage stage, Releases releases, Key images, BakeryNetwork network) {
        return new TreeMap<>(Map.of(
                "RELEASES",
                releases.bucket().getBucketName(),
                "VARIABLES",
                toJsonString(new TreeMap<>(Map.of(
                        "regions", List.of(stage.region()),
                        "kms_key", images.getKeyArn(),
                        "subnet", network.subnet().getSubnetId(),
                        "builders", List.of(network.subnet().getIpv4CidrBlock()))))));
    }

    private void output(String name, String value) {
        CfnOutput.Builder.create(this, name).value(value).build();
    }
}
