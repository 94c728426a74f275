package org.consilium.aws.stack;

import io.github.cdklabs.cdknag.AwsSolutionsChecks;
import io.github.cdklabs.cdknag.HIPAASecurityChecks;
import io.github.cdklabs.cdknag.NIST80053R5Checks;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.sizing.CapacityPlan;
import org.consilium.aws.stack.bakery.BakeryStack;
import org.consilium.aws.stack.edge.EdgeFirewallStack;
import org.consilium.aws.stack.edge.EdgeLogStack;
import org.consilium.aws.stack.stage.Stage;
import org.consilium.aws.stack.stage.StageException;
import software.amazon.awscdk.App;
import software.amazon.awscdk.AppProps;
import software.amazon.awscdk.Aspects;
import software.amazon.awscdk.IAspect;
import software.amazon.awscdk.Tags;

/** The stacks of a stage with all checks; the synthesis fails when a check does. */
public final class Deployment {

    private final App app;
    private final ConsiliumStack stack;
    private final EdgeFirewallStack edge;
    private final EdgeLogStack edgeLog;
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
        edgeLog = new EdgeLogStack(app, stage, edge.groups(), stack.edge());
        Tags.of(app).add("consilium:stage", stage.name());
        for (IAspect pack : List.of(new HIPAASecurityChecks(), new NIST80053R5Checks(), new AwsSolutionsChecks())) {
            Aspects.of(app).add(pack);
        }
    }

    /**
     * Creates the stacks of a stage.
     *
     * @param stage the file of the stage
     * @param answers the file of answers for the capacity plan
     * @param folder for the templates
     * @throws IOException if a file cannot be read
     * @throws StageException if the stage cannot be deployed
     */
    public static Deployment of(Path stage, Path answers, Path folder) throws IOException {
        return new Deployment(
                Stage.read(stage, Clock.systemUTC()), CapacityPlan.of(Answers.read(answers)), folder.toString());
    }

    /** The command that CDK runs, with the file of the stage, the file of answers, and the folder for the templates. */
    public static void main(String[] arguments) throws IOException {
        Object unused = of(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]))
                .app
                .synth();
    }

    App app() {
        return app;
    }

    public ConsiliumStack stack() {
        return stack;
    }

    public EdgeFirewallStack edge() {
        return edge;
    }

    EdgeLogStack edgeLog() {
        return edgeLog;
    }

    public BakeryStack bakery() {
        return bakery;
    }
}
