package org.consilium.aws.stack;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.consilium.aws.capacity.Answers;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.assertions.Template;

/** The example stage as one with patient data, synthesized once for all tests. */
final class Cloud {

    private static final Path EXAMPLE = Path.of("stages", "example.properties");
    private static final Path ANSWERS = Path.of("capacity", "answers.properties");
    static final Path FOLDER = Path.of("target", "cdk.out").toAbsolutePath();

    private static final Deployment DEPLOYMENT = deploy();
    private static final Template TEMPLATE = Template.fromStack(DEPLOYMENT.stack());
    private static final Template EDGE = Template.fromStack(DEPLOYMENT.edge());
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

    /** What the template's numbers come from. */
    static CapacityPlan plan() {
        try {
            return CapacityPlan.of(Answers.read(ANSWERS));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** What CloudFormation gets for the region. */
    static Template template() {
        return TEMPLATE;
    }

    /** What it gets for us-east-1, where CloudFront's firewall is. */
    static Template edge() {
        return EDGE;
    }

    /** What it gets for the making of machine images. */
    static Template bakery() {
        return BAKERY;
    }

    /** All resources of a type in the region, whole. */
    static List<Json> all(String type) {
        return all(TEMPLATE, type);
    }

    static List<Json> all(Template template, String type) {
        return template.findResources(type).values().stream()
                .map(resource -> new Json(type, resource))
                .toList();
    }

    /** The properties of the region's only resource of a type. */
    static Json only(String type) {
        return only(TEMPLATE, type);
    }

    static Json only(Template template, String type) {
        List<Json> all = all(template, type);
        if (all.size() != 1) {
            throw new AssertionError(all.size() + " resources of the type " + type);
        }
        return all.get(0).at("Properties");
    }

    /** The properties of the one whose path in the stack begins like that. */
    static Json at(String type, String path) {
        List<Json> found = all(type).stream()
                .filter(each -> each.at("Metadata", "aws:cdk:path").text().startsWith("Consilium-example/" + path))
                .toList();
        if (found.size() != 1) {
            throw new AssertionError(found.size() + " resources of the type " + type + " at " + path);
        }
        return found.get(0).at("Properties");
    }
}
