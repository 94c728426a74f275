package org.consilium.aws.stack.keeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Match;

@NeedsNode
class KeeperTest {

    private static final String GROUP = "AWS::AutoScaling::AutoScalingGroup";
    private static final Path USAGE = Path.of("../../ejb/trail/src/main/resources/org/consilium/trail/owner/usage.txt");

    private static List<Json> statements(String policy) {
        return Cloud.at("AWS::IAM::ManagedPolicy", "Keeper/Role/" + policy)
                .at("PolicyDocument", "Statement")
                .elements();
    }

    @Test
    void thereIsOneAtNightAndNoneByDay() {
        Json group = Cloud.at(GROUP, "Keeper/");

        assertThat(group.at("MinSize").number()).isZero();
        assertThat(group.at("MaxSize").number()).isEqualTo(1);
        assertThat(group.at("VPCZoneIdentifier").elements()).hasSize(3);
        assertThat(Cloud.all("AWS::AutoScaling::ScheduledAction").stream()
                        .filter(action ->
                                action.at("Metadata", "aws:cdk:path").text().contains("/Keeper/"))
                        .map(action -> action.at("Properties")))
                .extracting(
                        action -> action.at("Recurrence").text(),
                        action -> action.at("TimeZone").text(),
                        action -> action.at("DesiredCapacity").number())
                .containsExactlyInAnyOrder(
                        tuple("0 2 * * *", "America/New_York", 1), tuple("0 8 * * *", "America/New_York", 0));
    }

    @Test
    void isASmallMachineFromTheNodesImage() {
        Cloud.has(
                "AWS::EC2::LaunchTemplate",
                "Keeper/Template/Resource",
                Map.of(
                        "LaunchTemplateData",
                        Map.of(
                                "ImageId",
                                "ami-00000000000000002",
                                "InstanceType",
                                "t4g.small",
                                "MetadataOptions",
                                Map.of(
                                        "HttpTokens", "required",
                                        "HttpPutResponseHopLimit", 1,
                                        "InstanceMetadataTags", "enabled"),
                                "BlockDeviceMappings",
                                List.of(Map.of("Ebs", Map.of("Encrypted", true, "KmsKeyId", Cloud.arn("KeysData")))),
                                "TagSpecifications",
                                Cloud.containing(Match.objectLike(Map.of(
                                        "ResourceType",
                                        "instance",
                                        "Tags",
                                        Cloud.containing(Map.of(
                                                "Key",
                                                "consilium:configuration",
                                                "Value",
                                                "/consilium-trail/example"))))))));
        assertThat(Cloud.at(GROUP, "Keeper/").at("Tags").toString()).contains("/consilium-trail/example");
    }

    /** The path of the nodes is no prefix of its own: they read what is below theirs. */
    @Test
    void itsSettingsAreThoseOfTheCommand() throws IOException {
        Set<String> passed = new TreeSet<>();
        for (Json parameter : Cloud.all("AWS::SSM::Parameter")) {
            String name = parameter.at("Properties", "Name").text();
            if (name.startsWith("/consilium-trail/example/")) {
                passed.add(name.substring("/consilium-trail/example/".length()));
            }
        }
        Matcher known =
                Pattern.compile("consilium\\.trail\\.[a-z-]+|(?<=, )\\.[a-z-]+").matcher(Files.readString(USAGE));
        Set<String> keys = new TreeSet<>();
        while (known.find()) {
            keys.add(known.group().startsWith(".") ? "consilium.trail" + known.group() : known.group());
        }

        assertThat(passed)
                .hasSize(6)
                .isSubsetOf(keys)
                .contains("consilium.trail.url", "consilium.trail.user", "consilium.trail.password");
        assertThat(Cloud.at("AWS::SSM::Parameter", "Keeper/Settings/password")
                        .at("Value")
                        .toString())
                .contains("secret:", "TrailOwner");
        assertThat(Cloud.at("AWS::SSM::Parameter", "Keeper/Settings/application-users")
                        .at("Value")
                        .text())
                .isEqualTo("consilium,consilium_clone");
    }

    @Test
    void aloneReadsTheOwnersPassword() {
        assertThat(Cloud.all("AWS::IAM::ManagedPolicy"))
                .filteredOn(policy -> policy.toString().contains("TrailOwner"))
                .singleElement()
                .satisfies(policy -> assertThat(
                                policy.at("Metadata", "aws:cdk:path").text())
                        .contains("/Keeper/Role/Configuration"));
        List<Json> configuration = statements("Configuration");
        assertThat(configuration).hasSize(2);
        assertThat(configuration.get(0).at("Resource").toString()).contains(":parameter/consilium-trail/example");
        assertThat(configuration.get(1).at("Resource").toString())
                .contains("TrailOwner")
                .doesNotContain("PrimarySecret");
    }

    @Test
    void addsDaysToTheArchiveAndDeletesNone() {
        List<Json> archive = statements("Archive");

        assertThat(archive).hasSize(3);
        assertThat(archive.get(0).at("Action").texts()).containsExactlyInAnyOrder("s3:PutObject", "s3:GetObject");
        assertThat(archive.get(0).at("Resource").toString()).contains("TrailArchiveBucket", "/trail-archive/*");
        assertThat(archive.get(1).at("Action").text()).isEqualTo("s3:ListBucket");
        assertThat(archive.get(2).at("Resource").toString()).contains("KeysData");
    }

    /** What the script on the keeper calls. */
    @Test
    void mayEndItselfAndNoNode() throws IOException {
        assertThat(Files.readString(Path.of("../../packer/files/opt/consilium/bin/keeper")))
                .contains("aws autoscaling terminate-instance-in-auto-scaling-group");
        assertThat(statements("Machine"))
                .filteredOn(statement -> statement.at("Action").toString().contains("autoscaling:"))
                .singleElement()
                .satisfies(statement -> {
                    assertThat(statement.at("Action").text())
                            .isEqualTo("autoscaling:TerminateInstanceInAutoScalingGroup");
                    assertThat(statement
                                    .at("Condition", "StringEquals", "aws:ResourceTag/consilium:configuration")
                                    .text())
                            .isEqualTo("/consilium-trail/example");
                });
    }

    /** The figures of the log lines that alarms are made of. */
    @Test
    void alarmsKnowItsLog() throws IOException {
        String command = Stream.of("OwnerCommand", "TrailOwner")
                .map(name -> Path.of("../../ejb/trail/src/main/java/org/consilium/trail/owner/" + name + ".java"))
                .map(KeeperTest::text)
                .reduce("", String::concat);
        for (String figure : List.of("dailyTask", "daysMissing", "daysNotArchived")) {
            assertThat(command).contains('"' + figure + '"');
            Cloud.template()
                    .hasResourceProperties(
                            "AWS::Logs::MetricFilter",
                            Map.of(
                                    "LogGroupName",
                                    Cloud.ref("KeeperLog"),
                                    "MetricTransformations",
                                    List.of(Match.objectLike(Map.of("MetricValue", "$." + figure)))));
        }
        Cloud.template()
                .hasResourceProperties(
                        "AWS::CloudWatch::Alarm",
                        Map.of("MetricName", "TrailTask", "TreatMissingData", "breaching", "EvaluationPeriods", 5));
        Cloud.has(
                "AWS::Logs::LogGroup",
                "Keeper/Log/Resource",
                Map.of("LogGroupName", "/consilium-trail/example/application"));
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void aPersonWhoReadsTheOwnersPasswordIsNoticed() {
        assertThat(Cloud.all("AWS::Logs::MetricFilter"))
                .filteredOn(filter -> filter.toString().contains("MetricName=TrailOwner"))
                .singleElement()
                .satisfies(filter -> assertThat(
                                filter.at("Properties", "FilterPattern").toString())
                        .contains("GetSecretValue", "TrailOwner", "KeeperRole"));
    }
}
