package org.consilium.aws.stack.compute;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnitAccess;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.consilium.aws.stack.Cloud;
import org.consilium.aws.stack.Json;
import org.consilium.aws.stack.NeedsNode;
import org.junit.jupiter.api.Test;

/**
 * The permissions of a node, compared with the calls in the application's classes: each call of an AWS client needs
 * permissions, as the "Service Authorization Reference" lists them, and no other permission exists.
 */
@NeedsNode
class NodeRoleTest {

    private static final Path APPLICATION = Path.of("../../ejb/target/classes");

    private static final Set<String> CLIENTS = Set.of(
            "software.amazon.awssdk.services.s3.S3Client",
            "software.amazon.awssdk.services.s3.presigner.S3Presigner",
            "software.amazon.awssdk.services.kms.KmsClient",
            "software.amazon.awssdk.services.secretsmanager.SecretsManagerClient");

    /** Methods that create or close a client. */
    private static final Set<String> WITHOUT_CALL = Set.of("builder", "close", "utilities");

    private static final Map<String, Set<String>> NEEDED = Map.ofEntries(
            Map.entry("putObject", Set.of("s3:PutObject")),
            Map.entry("getObject", Set.of("s3:GetObject")),
            Map.entry("presignGetObject", Set.of("s3:GetObject")),
            Map.entry("headObject", Set.of("s3:GetObject")),
            Map.entry("copyObject", Set.of("s3:GetObject", "s3:PutObject")),
            Map.entry("deleteObject", Set.of("s3:DeleteObject")),
            Map.entry("headBucket", Set.of("s3:ListBucket")),
            Map.entry("createMultipartUpload", Set.of("s3:PutObject")),
            Map.entry("presignUploadPart", Set.of("s3:PutObject")),
            Map.entry("completeMultipartUpload", Set.of("s3:PutObject")),
            Map.entry("abortMultipartUpload", Set.of("s3:AbortMultipartUpload")),
            Map.entry("listPartsPaginator", Set.of("s3:ListMultipartUploadParts")),
            Map.entry("generateDataKeyWithoutPlaintext", Set.of("kms:GenerateDataKeyWithoutPlaintext")),
            Map.entry("decrypt", Set.of("kms:Decrypt")),
            Map.entry("sign", Set.of("kms:Sign")),
            Map.entry("getPublicKey", Set.of("kms:GetPublicKey")),
            Map.entry("listObjectsV2Paginator", Set.of("s3:ListBucket")),
            Map.entry("listObjectsV2", Set.of("s3:ListBucket")),
            Map.entry("getSecretValue", Set.of("secretsmanager:GetSecretValue")));

    /** What S3 (SSE-KMS) and the S3 Encryption Client request from KMS on behalf of a node. */
    private static final Set<String> NEEDED_BY_ENCRYPTION = Set.of("kms:GenerateDataKey", "kms:Decrypt");

    /** The module of the trail signs seals, and verifies them. */
    private static final Set<String> NEEDED_BY_SEALS = Set.of("kms:Sign", "kms:GetPublicKey");

    private static final Pattern COMMAND = Pattern.compile("\\baws (ssm|secretsmanager|autoscaling|s3|kms) ([a-z-]+)");

    /** What the CloudWatch agent and the Systems Manager agent need ("Actions, resources, and condition keys"). */
    private static final Set<String> OF_AGENTS = Set.of(
            "logs:CreateLogStream",
            "logs:PutLogEvents",
            "logs:DescribeLogStreams",
            "cloudwatch:PutMetricData",
            "ssm:UpdateInstanceInformation",
            "ssmmessages:CreateControlChannel",
            "ssmmessages:CreateDataChannel",
            "ssmmessages:OpenControlChannel",
            "ssmmessages:OpenDataChannel",
            "ec2messages:GetMessages",
            "ec2messages:AcknowledgeMessage",
            "ec2messages:SendReply");

    @Test
    void allowsTheCallsOfTheApplicationAndNothingElse() {
        Set<String> needed = new TreeSet<>(NEEDED_BY_ENCRYPTION);
        for (String call : calls()) {
            assertThat(NEEDED).as("NEEDED lacks the permissions for this call").containsKey(call);
            needed.addAll(NEEDED.getOrDefault(call, Set.of()));
        }

        Set<String> allowed = new TreeSet<>();
        statements("NodeRole/Images")
                .forEach(statement -> allowed.addAll(statement.at("Action").texts()));
        statements("NodeRole/Trail")
                .forEach(statement -> allowed.addAll(statement.at("Action").texts()));
        needed.addAll(NEEDED_BY_SEALS);
        // the secrets are those of the configuration
        allowed.add("secretsmanager:GetSecretValue");
        assertThat(allowed).isEqualTo(needed);
    }

    private static Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        for (JavaClass each : new ClassFileImporter().importPath(APPLICATION)) {
            for (JavaCodeUnitAccess<?> access : each.getCodeUnitCallsFromSelf()) {
                if (CLIENTS.contains(access.getTargetOwner().getName())) {
                    calls.add(access.getName());
                }
            }
            each.getMethodReferencesFromSelf().stream()
                    .filter(reference ->
                            CLIENTS.contains(reference.getTargetOwner().getName()))
                    .forEach(reference -> calls.add(reference.getName()));
        }
        calls.removeAll(WITHOUT_CALL);
        assertThat(calls).as("calls in " + APPLICATION).hasSizeGreaterThan(10);
        return calls;
    }

    /** The AWS commands in the scripts on a node. */
    @Test
    void allowsTheCallsOfTheScripts() throws IOException {
        Set<String> called = new TreeSet<>();
        try (Stream<Path> scripts = Files.list(Path.of("../../packer/files/opt/consilium/bin"))) {
            // that of the keeper runs on no node
            for (Path script : scripts.filter(each -> !each.endsWith("keeper")).toList()) {
                COMMAND.matcher(Files.readString(script))
                        .results()
                        .forEach(command -> called.add(command.group(1) + ":" + capitalized(command.group(2))));
            }
        }

        Set<String> allowed = new TreeSet<>();
        statements("NodeRole/Configuration")
                .forEach(each -> allowed.addAll(each.at("Action").texts()));
        statements("NodeRole/Machine")
                .forEach(each -> allowed.addAll(each.at("Action").texts()));
        allowed.removeAll(OF_AGENTS);
        assertThat(called).hasSize(3).isEqualTo(allowed);
    }

    /** Turns get-secret-value into GetSecretValue. */
    private static String capitalized(String command) {
        return Stream.of(command.split("-", -1))
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining());
    }

    private static Stream<Json> statements(String path) {
        return Cloud.at("AWS::IAM::ManagedPolicy", path).at("PolicyDocument", "Statement").elements().stream();
    }

    @Test
    void imagesAreLimitedToOneBucketAndItsKey() {
        List<Json> statements = statements("NodeRole/Images").toList();

        assertThat(statements).hasSize(3);
        assertThat(statements.get(0).at("Resource").toString())
                .contains("ImagesBucket")
                .contains("/*");
        assertThat(statements.get(1).at("Resource").toString())
                .contains("ImagesBucket")
                .doesNotContain("/*");
        assertThat(statements.get(2).at("Resource").toString()).contains("KeysData");
    }

    @Test
    void anchorsAreAddedToTheArchiveItsDaysAreReadAndSealsAreSigned() {
        List<Json> statements = statements("NodeRole/Trail").toList();

        assertThat(statements).hasSize(4);
        assertThat(statements.get(0).at("Action").texts()).containsExactlyInAnyOrder("s3:PutObject", "s3:GetObject");
        assertThat(statements.get(0).at("Resource").toString()).contains("TrailArchiveBucket", "/trail-anchor/*");
        assertThat(statements.get(1).at("Action").text()).isEqualTo("s3:GetObject");
        assertThat(statements.get(1).at("Resource").toString()).contains("TrailArchiveBucket", "/trail-archive/*");
        assertThat(statements.get(2).at("Action").text()).isEqualTo("s3:ListBucket");
        assertThat(statements.get(2).at("Condition", "StringLike", "s3:prefix").text())
                .isEqualTo("trail-anchor/*");
        assertThat(statements.get(3).at("Action").texts()).containsExactlyInAnyOrder("kms:Sign", "kms:GetPublicKey");
        assertThat(statements.get(3).at("Resource").toString()).contains("KeysSeals");
    }

    /** Who may read the owner's login could change what is on record. */
    @Test
    void nothingOfTheTrailsOwnerIsReadable() {
        String all = Stream.of("Images", "Trail", "Configuration", "Machine")
                .flatMap(policy -> statements("NodeRole/" + policy))
                .toList()
                .toString();

        assertThat(all).doesNotContain("TrailOwner").doesNotContain("consilium-trail/");
    }

    /** Nodes send by the login alone. */
    @Test
    void mailIsLimitedToTheStagesDomain() {
        assertThat(Cloud.all("AWS::IAM::ManagedPolicy"))
                .filteredOn(policy -> policy.toString().contains("ses:"))
                .hasSize(1);
        assertThat(statements("Mail/Send")).singleElement().satisfies(statement -> {
            assertThat(statement.at("Action").text()).isEqualTo("ses:SendRawEmail");
            assertThat(statement.at("Resource").toString())
                    .contains(":identity/", "MailIdentity", ":configuration-set/", "MailReports");
        });
        assertThat(Cloud.all("AWS::SES::EmailIdentity")).singleElement().satisfies(identity -> {
            assertThat(identity.at("Properties", "EmailIdentity").text()).isEqualTo("clinic.example.org");
            assertThat(identity.at("Properties", "ConfigurationSetAttributes").toString())
                    .contains("MailReports");
        });
        assertThat(Cloud.all("AWS::Route53::RecordSet"))
                .filteredOn(record -> record.at("Properties", "Type").text().equals("CNAME"))
                .hasSize(3);
    }

    @Test
    void lettersArePassedOnOverTlsAndBouncesAndComplaintsAreCounted() {
        assertThat(Cloud.all("AWS::SES::ConfigurationSet")).singleElement().satisfies(set -> {
            assertThat(set.at("Properties", "DeliveryOptions", "TlsPolicy").text())
                    .isEqualTo("REQUIRE");
            assertThat(set.at("Properties", "SuppressionOptions", "SuppressedReasons")
                            .toString())
                    .contains("BOUNCE", "COMPLAINT");
        });
        assertThat(Cloud.all("AWS::SES::ConfigurationSetEventDestination"))
                .singleElement()
                .satisfies(destination -> assertThat(
                                destination.at("Properties", "EventDestination").toString())
                        .contains("bounce", "complaint", "CloudWatchDestination"));
    }

    @Test
    void configurationIsLimitedToTheStage() {
        assertThat(statements("NodeRole/Configuration"))
                .anySatisfy(statement -> {
                    assertThat(statement.at("Action").text()).isEqualTo("ssm:GetParametersByPath");
                    assertThat(statement.at("Resource").toString()).contains(":parameter/consilium/example");
                })
                .anySatisfy(statement -> {
                    assertThat(statement.at("Action").text()).isEqualTo("secretsmanager:GetSecretValue");
                    assertThat(statement.at("Resource").elements()).hasSize(7);
                });
    }

    /** A node may read every secret that a parameter refers to. */
    @Test
    void everySecretOfTheConfigurationIsReadable() {
        String readable = statements("NodeRole/Configuration").toList().toString();
        List<String> named = Cloud.all("AWS::SSM::Parameter").stream()
                .filter(parameter -> parameter.at("Properties", "Name").text().startsWith("/consilium/example/"))
                .map(parameter -> parameter.at("Properties", "Value").toString())
                .filter(value -> value.contains("secret:"))
                .map(value -> value.replaceAll(".*Ref=([A-Za-z0-9]+)\\}.*", "$1"))
                .distinct()
                .toList();

        assertThat(named).hasSize(7).allSatisfy(secret -> assertThat(readable).contains(secret));
    }

    @Test
    void noActionIsAWildcard() {
        for (Json policy : Cloud.all("AWS::IAM::ManagedPolicy")) {
            assertThat(policy.at("Properties", "PolicyDocument", "Statement").elements())
                    .allSatisfy(statement ->
                            assertThat(statement.at("Action").texts()).noneMatch(action -> action.contains("*")));
        }
    }
}
