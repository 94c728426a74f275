package org.consilium.aws.stack;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.Answers;
import org.consilium.aws.capacity.CapacityPlan;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Tags;

/** A stage's stacks with all their checks: synthesis fails when one of them does. */
public final class Deployment {

    private final App app;
    private final ConsiliumStack stack;
    private final EdgeFirewallStack edge;
    private final BakeryStack bakery;

    private Deployment(Stage stage, CapacityPlan plan, String folder) {
        app = new App(AppProps.builder()
                .outdir(folder)
                .analyticsReporting(false)
                .context(Map.of(
                        "@aws-cdk/core:validateAgainstDefaultRules", true,
                        "aws:cdk:enable-path-metadata", true))
                .build());
        edge = new EdgeFirewallStack(app, stage);
        bakery = new BakeryStack(app, stage);
        stack = new ConsiliumStack(app, stage, plan, edge.firewall());
        Tags.of(app).add("consilium:stage", stage.name());
        for (IAspect pack : List.of(new HIPAASecurityChecks(), new NIST80053R5Checks(), new AwsSolutionsChecks())) {
            Aspects.of(app).add(pack);
        }
    }

    /**
     * Puts a stage's stacks together.
     *
     * @param stage its file
     * @param answers the capacity plan's
     * @param folder that the templates are written to
     * @throws IOException when a file cannot be read
     * @throws StageException when the stage cannot be deployed
     */
    public static Deployment of(Path stage, Path answers, Path folder) throws IOException {
        return new Deployment(
                Stage.read(stage, Clock.systemUTC()), CapacityPlan.of(Answers.read(answers)), folder.toString());
    }

    /** The command that CDK calls: the stage's file, the capacity plan's answers, and the folder for the result. */
    public static void main(String[] arguments) throws IOException {
        Object unused = of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]))
                .app
                .synth();
    }

    App app() {
        return app;
    }

    ConsiliumStack stack() {
        return stack;
    }

    EdgeFirewallStack edge() {
        return edge;
    }

    BakeryStack bakery() {
        return bakery;
    }
}
