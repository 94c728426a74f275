package org.consilium.aws.stack.bakery;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.consilium.aws.stack.network.Network;
import org.consilium.aws.stack.operations.Alarms;
import org.consilium.aws.stack.operations.Operations;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.services.cloudwatch.MetricOptions;
import software.amazon.awscdk.services.codebuild.BuildEnvironment;
import software.amazon.awscdk.services.codebuild.BuildEnvironmentVariable;
import software.amazon.awscdk.services.codebuild.BuildSpec;
import software.amazon.awscdk.services.codebuild.CloudWatchLoggingOptions;
import software.amazon.awscdk.services.codebuild.ComputeType;
import software.amazon.awscdk.services.codebuild.LinuxBuildImage;
import software.amazon.awscdk.services.codebuild.LoggingOptions;
import software.amazon.awscdk.services.codebuild.Project;
import software.amazon.awscdk.services.events.OnEventOptions;
import software.amazon.awscdk.services.events.Rule;
import software.amazon.awscdk.services.events.RuleTargetInput;
import software.amazon.awscdk.services.events.Schedule;
import software.amazon.awscdk.services.events.targets.CodeBuildProject;
import software.amazon.awscdk.services.events.targets.SnsTopic;
import software.amazon.awscdk.services.kms.Key;
import software.amazon.awscdk.services.logs.LogGroup;
import software.constructs.Construct;
import software.constructs.Node;

/**
 * Builds the machine images every week and on request, checks the age of the libraries in them, and notifies the
 * operators of the result.
 */
final class Bakery extends Construct {

    /** On Mondays, which leaves the week for the rollout. */
    private static final Schedule WEEKLY = Schedule.expression("cron(0 8 ? * MON *)");

    private static final int TIMEOUT_HOURS = 2;
    private static final int WEEK_DAYS = 7;

    private final Project project;

    Bakery(
            Construct scope,
            BakeryNetwork network,
            Baker baker,
            Key key,
            LogGroup log,
            SortedMap<String, String> variables) {
        super(scope, "Bakery");
        project = Project.Builder.create(this, "Project")
                .description("Bakes machine images from the release in the bucket")
                .role(baker.role())
                .vpc(network.vpc())
                .subnetSelection(Network.tier(BakeryNetwork.BUILDS))
                .securityGroups(List.of(network.builder()))
                .encryptionKey(key)
                .environment(BuildEnvironment.builder()
                        .buildImage(LinuxBuildImage.STANDARD_7_0)
                        .computeType(ComputeType.MEDIUM)
                        .build())
                .environmentVariables(environment(variables))
                .buildSpec(BuildSpec.fromObject(steps()))
                .logging(LoggingOptions.builder()
                        .cloudWatch(
                                CloudWatchLoggingOptions.builder().logGroup(log).build())
                        .build())
                .timeout(Duration.hours(TIMEOUT_HOURS))
                .concurrentBuildLimit(1)
                .build();
        Node node = project.getNode();
        // the baker has these permissions, for one subnet
        node.tryRemoveChild("PolicyDocument");
        // a build would fail before its permissions are there
        baker.policies().forEach(requireNonNull(node.getDefaultChild()).getNode()::addDependency);
        Object unused = Rule.Builder.create(this, "Weekly")
                .schedule(WEEKLY)
                .targets(List.of(new CodeBuildProject(project)))
                .build();
    }

    private static Map<String, BuildEnvironmentVariable> environment(SortedMap<String, String> variables) {
        SortedMap<String, BuildEnvironmentVariable> environment = new TreeMap<>();
        variables.forEach((name, value) -> environment.put(
                name, BuildEnvironmentVariable.builder().value(value).build()));
        return environment;
    }

    private static Map<String, Object> steps() {
        SortedMap<String, Object> phases = new TreeMap<>(Map.of(
                "install", Map.of("runtime-versions", Map.of("java", "corretto21")),
                "build",
                        Map.of(
                                "commands",
                                List.of(
                                        "aws s3 cp --only-show-errors \"s3://$RELEASES/" + Releases.BUNDLE + "\" .",
                                        "git clone --quiet " + Releases.BUNDLE + " consilium",
                                        "consilium/packer/bake-anew",
                                        // last: with an overdue library, a new image is still better than an older one
                                        "cd consilium && ./mvnw -B -ntp -Pdependencies"))));
        return new TreeMap<>(Map.of("version", "0.2", "phases", phases));
    }

    /** Notifies the operators of every new image, every failure, and a week without a new image. */
    void notifyThrough(Operations operations) {
        project.onBuildSucceeded(
                "Baked", notification(operations, "New machine images: their ids are at the end of the log"));
        project.onBuildFailed(
                "Failed",
                notification(
                        operations,
                        "The bake failed, or a library in the new images is overdue: see the end of the log"));
        new Alarms(this, operations)
                .below(
                        "Old",
                        project.metricSucceededBuilds(MetricOptions.builder()
                                .statistic("Sum")
                                .period(Duration.days(1))
                                .build()),
                        1,
                        WEEK_DAYS,
                        "No bake has succeeded for a week");
    }

    private static OnEventOptions notification(Operations operations, String message) {
        return OnEventOptions.builder()
                .target(SnsTopic.Builder.create(operations.topic())
                        .message(RuleTargetInput.fromText(message))
                        .build())
                .build();
    }

    Project project() {
        return project;
    }
}
