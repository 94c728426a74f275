package org.consilium.aws.stack;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import software.amazon.awscdk.CfnOutput;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;

/**
 * Where machine images are baked, anew each week: nothing updates itself on a node, so what Debian has mended comes by
 * a new image. A network of its own, as this needs a way to the Internet, which no node has; no health information
 * comes here.
 */
final class BakeryStack extends software.amazon.awscdk.Stack {

    BakeryStack(Construct scope, Stage stage) {
        super(scope, "Consilium-" + stage.name() + "-bakery", stage.stackIn(stage.region()));
        Key logs = new LogKey(this).key();
        Key images = Key.Builder.create(this, "Images")
                .description("Disks of machine images")
                .enableKeyRotation(true)
                .removalPolicy(RemovalPolicy.RETAIN)
                .build();
        Keys.encryptsVolumes(images);
        LogGroups groups = new LogGroups(logs);
        BakeryNetwork network = new BakeryNetwork(this, stage, groups);
        Releases releases = new Releases(this, logs);
        LogGroup log = groups.make(this, "Builds");
        Baker baker = new Baker(this);
        baker.bake(images);
        baker.readReleases(releases.bucket(), logs);
        baker.work(network, log);
        Bakery bakery = new Bakery(this, network, baker, logs, log, variables(stage, releases, images, network));
        bakery.tell(new Operations(this, stage, logs));
        output("ReleasesBucket", releases.bucket().getBucketName());
        output("BakeryProject", bakery.project().getProjectName());
        BakerySuppressions.apply(this);
    }

    /** What {@code packer/bake-anew} asks for; sorted, or each synthesis would be a change. */
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
