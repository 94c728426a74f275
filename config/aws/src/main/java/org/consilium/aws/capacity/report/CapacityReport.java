package org.consilium.aws.capacity.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Logger;
import org.consilium.aws.capacity.answers.Answers;
import org.consilium.aws.capacity.answers.Scenario;
import org.consilium.aws.capacity.cost.Prices;
import org.consilium.aws.capacity.replay.Verdict;
import org.consilium.aws.capacity.sizing.CapacityPlan;

/** The command that derives the plan, replays its days, and writes the page, whether the plan holds or not. */
public final class CapacityReport {

    private static final Logger LOG = Logger.getLogger(CapacityReport.class.getName());

    private CapacityReport() {}

    /**
     * Writes the page.
     *
     * @param arguments the file of answers, the file of prices, and the folder for the page
     * @throws IllegalStateException if the plan exceeds its bounds; the message has a sentence for each
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("Usage: CapacityReport <answers> <prices> <output folder>");
        }
        List<Verdict> verdicts = write(Path.of(arguments[0]), Path.of(arguments[1]), Path.of(arguments[2]));
        List<String> failures = verdicts.stream()
                .flatMap(verdict -> verdict.failures().stream())
                .toList();
        if (!failures.isEmpty()) {
            throw new IllegalStateException("The capacity plan does not hold:\n" + String.join("\n", failures));
        }
        LOG.info(() -> "The capacity plan holds: " + Path.of(arguments[2], "index.html"));
    }

    private static List<Verdict> write(Path answers, Path priceFile, Path folder) throws IOException {
        Prices prices = Prices.read(priceFile);
        CapacityPlan plan = CapacityPlan.of(Answers.read(answers));
        List<Verdict> verdicts = Arrays.stream(Scenario.values())
                .map(scenario -> Verdict.of(plan, scenario))
                .toList();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("index.html"), new Page(plan, prices, verdicts).html(), StandardCharsets.UTF_8);
        return verdicts;
    }
}
