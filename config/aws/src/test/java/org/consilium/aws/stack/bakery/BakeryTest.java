package org.consilium.aws.stack.bakery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

/** The bakery, compared with Packer's template and the build script. */
@NeedsNode
class BakeryTest {

    private static final Path PACKER = Path.of("../../packer");

    private static Json project() {
        return Cloud.only(Cloud.bakery(), "AWS::CodeBuild::Project");
    }

    private static String environment(String name) {
        return project().at("Environment", "EnvironmentVariables").elements().stream()
                .filter(variable -> variable.at("Name").text().equals(name))
                .map(variable -> variable.at("Value").toString())
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Json> statements() {
        return Cloud.all(Cloud.bakery(), "AWS::IAM::ManagedPolicy").stream()
                .flatMap(policy -> policy.at("Properties", "PolicyDocument", "Statement").elements().stream());
    }

    private static Set<String> named(Path file, String pattern) throws IOException {
        Set<String> names = new TreeSet<>();
        Pattern.compile(pattern).matcher(Files.readString(file)).results().forEach(each -> names.add(each.group(1)));
        return names;
    }

    @Test
    void imagesAreBuiltEachWeekFromTheRelease() throws IOException {
        Json weekly = Cloud.all(Cloud.bakery(), "AWS::Events::Rule").stream()
                .map(rule -> rule.at("Properties"))
                .filter(rule -> rule.has("ScheduleExpression"))
                .findFirst()
                .orElseThrow();

        assertThat(weekly.at("ScheduleExpression").text()).isEqualTo("cron(0 8 ? * MON *)");
        assertThat(weekly.at("Targets", 0, "Arn").toString()).contains("BakeryProject");
        assertThat(project().at("Source", "BuildSpec").text())
                .contains("consilium.bundle", "consilium/packer/bake-anew");
        assertThat(PACKER.resolve("bake-anew")).isExecutable();
    }

    /** The same message reports the failure of either, and images are built in any case. */
    @Test
    void theAgeOfLibrariesIsCheckedAfterTheBuild() throws IOException {
        assertThat(project().at("Source", "BuildSpec").text())
                .containsSubsequence("consilium/packer/bake-anew", "./mvnw -B -ntp -Pdependencies");
        assertThat(Files.readString(Path.of("../dependencies/pom.xml"))).contains("<id>dependencies</id>");
        assertThat(failure().at("Targets", 0, "Arn").toString()).contains("OperationsTopic");
        assertThat(failure().at("Targets", 0).toString()).contains("library in the new images is overdue");
    }

    private static Json failure() {
        return Cloud.all(Cloud.bakery(), "AWS::Events::Rule").stream()
                .map(rule -> rule.at("Properties"))
                .filter(rule -> rule.has("EventPattern")
                        && rule.at("EventPattern").toString().contains("FAILED"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void theScriptGetsItsVariables() throws IOException {
        for (String asked : named(PACKER.resolve("bake-anew"), "\\$\\{([A-Z_]+):\\?")) {
            assertThat(environment(asked)).isNotBlank();
        }
        // the others come from the release
        Set<String> variables = named(PACKER.resolve("variables.pkr.hcl"), "variable \"([a-z_]+)\"");
        variables.removeAll(Set.of("payload", "version", "commit", "deprecate_at"));

        assertThat(variables).containsExactlyInAnyOrder("regions", "kms_key", "subnet", "builders");
        assertThat(variables)
                .allSatisfy(variable -> assertThat(environment("VARIABLES")).contains("\"" + variable + "\":"));
    }

    /** Otherwise each deployment would change the project, since the order of Java's maps varies. */
    @Test
    void everySynthesisHasTheSameOrder() {
        assertThat(environment("VARIABLES")).containsSubsequence("builders", "kms_key", "regions", "subnet");
        assertThat(project().at("Source", "BuildSpec").text()).containsSubsequence("build", "install", "version");
        assertThat(project()
                        .at("Environment", "EnvironmentVariables", 0, "Name")
                        .text())
                .isEqualTo("RELEASES");
    }

    /** Packer's template uses the tag that the permissions require. */
    @Test
    void onlyPartsOfABuildAreStoppedOrDeleted() throws IOException {
        assertThat(Files.readString(PACKER.resolve("consilium.pkr.hcl")))
                .containsPattern("run_tags +=.*Name = \"" + BuildActions.BUILD_TAG + "\"");
        List<Json> changing = statements()
                .filter(statement -> statement.at("Action").texts().stream().anyMatch(BuildActions.CHANGES::contains))
                .toList();

        assertThat(changing).hasSize(1);
        assertThat(changing.get(0)
                        .at("Condition", "StringEquals", "ec2:ResourceTag/Name")
                        .text())
                .isEqualTo(BuildActions.BUILD_TAG);
    }

    @Test
    void theBakerTouchesNeitherDataNorRoles() {
        assertThat(statements().flatMap(statement -> statement.at("Action").texts().stream()))
                .isNotEmpty()
                .allSatisfy(
                        action -> assertThat(action).doesNotStartWith("iam:").doesNotEndWith("*"))
                .noneMatch(action -> action.startsWith("rds") || action.startsWith("secretsmanager"));
        assertThat(Cloud.all(Cloud.bakery(), "AWS::IAM::Policy"))
                .noneMatch(policy -> policy.at("Properties", "Roles").toString().contains("BakerRole"));
    }

    @Test
    void noConnectionComesFromOutside() {
        assertThat(Cloud.all(Cloud.bakery(), "AWS::EC2::SecurityGroup"))
                .noneMatch(group -> group.at("Properties").has("SecurityGroupIngress"));
        assertThat(Cloud.all(Cloud.bakery(), "AWS::EC2::SecurityGroupIngress")).isEmpty();
        assertThat(Cloud.all(Cloud.bakery(), "AWS::EC2::Subnet"))
                .hasSize(2)
                .allSatisfy(subnet -> assertThat(
                                subnet.at("Properties", "MapPublicIpOnLaunch").text())
                        .isEqualTo("false"));
        assertThat(Cloud.only(Cloud.bakery(), "AWS::EC2::FlowLog")
                        .at("TrafficType")
                        .text())
                .isEqualTo("ALL");
    }

    @Test
    void nodesCanBeLaunchedFromItsImages() {
        String policy = Cloud.all(Cloud.bakery(), "AWS::KMS::Key").stream()
                .map(key -> key.at("Properties"))
                .filter(key -> key.at("Description").text().equals("Disks of machine images"))
                .map(key -> key.at("KeyPolicy").toString())
                .findFirst()
                .orElseThrow();

        assertThat(policy).contains("AWSServiceRoleForAutoScaling", "kms:CreateGrant");
    }

    @Test
    void aWeekWithoutANewImageRaisesAnAlarm() {
        Json alarm = Cloud.only(Cloud.bakery(), "AWS::CloudWatch::Alarm");

        assertThat(alarm.at("MetricName").text()).isEqualTo("SucceededBuilds");
        assertThat(alarm.at("TreatMissingData").text()).isEqualTo("breaching");
        assertThat(alarm.at("Period").number() * alarm.at("EvaluationPeriods").number())
                .isEqualTo(7 * 24 * 60 * 60);
        assertThat(alarm.at("AlarmActions").toString()).contains("OperationsTopic");
        assertThat(Cloud.all(Cloud.bakery(), "AWS::Events::Rule").stream()
                        .map(rule -> rule.at("Properties"))
                        .filter(rule -> rule.has("EventPattern"))
                        .map(rule -> rule.at("EventPattern").toString()))
                .anyMatch(pattern -> pattern.contains("FAILED"))
                .anyMatch(pattern -> pattern.contains("SUCCEEDED"));
    }
}
