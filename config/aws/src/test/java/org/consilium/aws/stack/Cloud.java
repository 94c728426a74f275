package org.consilium.aws.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import software.amazon.awscdk.assertions.Match;
import software.amazon.awscdk.assertions.Matcher;
import software.amazon.awscdk.assertions.Template;

/** The example stage, as one with patient data, synthesized once for all tests. */
public final class Cloud {

    private static final Path EXAMPLE = Path.of("stages", "example.properties");
    private static final Path ANSWERS = Path.of("capacity", "answers.properties");
    private static final String STACK = "Consilium-example/";
    static final Path FOLDER = Path.of("target", "cdk.out").toAbsolutePath();

    private static final Deployment DEPLOYMENT = deploy();
    private static final Template TEMPLATE = Template.fromStack(DEPLOYMENT.stack());
    private static final Template EDGE = Template.fromStack(DEPLOYMENT.edge());
    private static final Template EDGE_LOG = Template.fromStack(DEPLOYMENT.edgeLog());
    private static final Template BAKERY = Template.fromStack(DEPLOYMENT.bakery());

    private Cloud() {}

    private static Deployment deploy() {
        try {
            return Deployment.of(stage(), ANSWERS, FOLDER);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Path stage() throws IOException {
        String keys = Files.readString(EXAMPLE)
                .replace("example-edge-", EXAMPLE.toAbsolutePath().getParent() + "/example-edge-");
        return Files.writeString(
                Files.createDirectories(Path.of("target")).resolve("patients.properties"),
                keys + "patient-data = true\nbaa-accepted = 2026-01-31\nbaa-agreement = agreement-of-no-one\n");
    }

    /** The plan that the sizes come from. */
    public static CapacityPlan plan() {
        try {
            return CapacityPlan.of(Answers.read(ANSWERS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The template for the region. */
    public static Template template() {
        return TEMPLATE;
    }

    /** The template for us-east-1, with CloudFront's firewall. */
    public static Template edge() {
        return EDGE;
    }

    /** The template for us-east-1, with CloudFront's access log. */
    public static Template edgeLog() {
        return EDGE_LOG;
    }

    /** The template of the bakery. */
    public static Template bakery() {
        return BAKERY;
    }

    /** All resources of a type in the region. */
    public static List<Json> all(String type) {
        return all(TEMPLATE, type);
    }

    public static List<Json> all(Template template, String type) {
        return template.findResources(type).values().stream()
                .map(resource -> new Json(type, resource))
                .toList();
    }

    /** The properties of the only resource of a type in the region. */
    public static Json only(String type) {
        return only(TEMPLATE, type);
    }

    public static Json only(Template template, String type) {
        List<Json> all = all(template, type);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " resources of the type " + type);
        }
        return all.get(0).at("Properties");
    }

    /** The properties of the resource in the region whose path begins like this. */
    public static Json at(String type, String path) {
        List<Json> found = all(type).stream()
                .filter(each -> each.at("Metadata", "aws:cdk:path").text().startsWith(STACK + path))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of the type " + type + " at " + path);
        }
        return found.get(0).at("Properties");
    }

    /** Asserts that there is a resource with properties at a path in the region. */
    public static void has(String type, String path, Map<String, Object> properties) {
        TEMPLATE.hasResource(type, Map.of("Metadata", Map.of("aws:cdk:path", STACK + path), "Properties", properties));
    }

    /** Asserts that all resources of a type in the region have these properties, and that there are any. */
    public static void all(String type, Map<String, Object> properties) {
        assertThat(all(type)).as(type).isNotEmpty();
        TEMPLATE.allResourcesProperties(type, properties);
    }

    /** Matches the ARN of the resource whose logical id begins like this. */
    public static Map<String, Object> arn(String id) {
        return Map.of("Fn::GetAtt", List.of(beginning(id), "Arn"));
    }

    /** Matches a reference to the resource whose logical id begins like this. */
    public static Map<String, Object> ref(String id) {
        return Map.of("Ref", beginning(id));
    }

    private static Matcher beginning(String id) {
        return Match.stringLikeRegexp("^" + id);
    }

    /** Matches an array with one element like this, among others. */
    public static Matcher containing(Object element) {
        return Match.arrayWith(List.of(element));
    }
}
