package org.consilium.aws.stack;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awscdk.assertions.Template;

/** What HIPAA Security, NIST 800-53 r5 and AWS Solutions report about the templates. */
@NeedsNode
class RulePacksTest {

    private static final int LEAST_WORDS_OF_A_REASON = 8;

    private static final List<Template> TEMPLATES =
            List.of(Cloud.template(), Cloud.edge(), Cloud.edgeLog(), Cloud.bakery());

    private static List<Finding> findings = List.of();

    @BeforeAll
    static void read() throws IOException {
        assertThat(TEMPLATES).hasSize(4);
        try (Stream<Path> files = Files.list(Cloud.FOLDER)) {
            findings = files.filter(file -> file.toString().endsWith("NagReport.csv"))
                    .flatMap(Finding::in)
                    .toList();
        }
    }

    @Test
    void allThreePacksCheckedAllStacks() {
        assertThat(findings.stream().map(Finding::pack).distinct())
                .containsExactlyInAnyOrder("HIPAA.Security", "NIST.800.53.R5", "AwsSolutions");
        assertThat(findings).hasSizeGreaterThan(400);
    }

    @Test
    void noRuleIsBroken() {
        assertThat(findings.stream().filter(finding -> finding.is("Non-Compliant") || finding.is("UNKNOWN")))
                .isEmpty();
    }

    @Test
    void everySuppressionIsKnown() throws IOException {
        SortedSet<String> suppressed = suppressed();
        System.out.printf("suppressions: %d%n", suppressed.size());
        suppressed.forEach(each -> System.out.println("  " + each));

        assertThat(suppressed)
                .as("a new one belongs in suppressions.txt, if its reason is true")
                .isEqualTo(new TreeSet<>(
                        Files.readAllLines(Path.of("src/test/resources/org/consilium/aws/stack/suppressions.txt"))));
    }

    @Test
    void everySuppressionHasAReason() {
        assertThat(findings.stream().filter(finding -> finding.is("Suppressed")))
                .allSatisfy(finding -> assertThat(finding.reason().split(" ").length)
                        .as(finding.toString())
                        .isGreaterThanOrEqualTo(LEAST_WORDS_OF_A_REASON));
    }

    @Test
    void noSuppressionIsUnnecessary() {
        SortedSet<String> written = new TreeSet<>();
        for (Template template : TEMPLATES) {
            for (Json resource :
                    new Json("template", template.toJSON()).at("Resources").values()) {
                if (resource.has("Metadata") && resource.at("Metadata").has("cdk_nag")) {
                    String path = resource.at("Metadata", "aws:cdk:path").text();
                    for (Json rule : resource.at("Metadata", "cdk_nag", "rules_to_suppress")
                            .elements()) {
                        written.add(path + " " + rule.at("id").text());
                    }
                }
            }
        }
        assertThat(written).hasSizeGreaterThan(20);
        written.removeIf(each -> each.endsWith("CdkNagValidationFailure"));
        assertThat(suppressed().stream().map(RulePacksTest::withoutFinding)).containsAll(written);
    }

    private static String withoutFinding(String suppressed) {
        return suppressed.replaceFirst("\\[.*", "");
    }

    private static SortedSet<String> suppressed() {
        return findings.stream()
                .filter(finding -> finding.is("Suppressed"))
                .map(finding -> finding.resource() + " " + finding.rule())
                .collect(toCollection(TreeSet::new));
    }
}
