package org.consilium.aws.capacity;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.logging.Logger;

/** Derives the plan, replays the days that matter, and writes the page of reasons, whether the plan holds or not. */
public final class CapacityReport {

    private static final Logger LOG = Logger.getLogger(CapacityReport.class.getName());

    private CapacityReport() {}

    /**
     * Writes the page.
     *
     * @param arguments the file of answers, the file of prices, and the folder for the page
     * @throws IllegalStateException if the plan leaves its bounds, with a sentence for each
     */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 3) {
            throw new IllegalArgumentException("CapacityReport <answers> <prices> <output folder>");
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
        CapacityPlan plan = CapacityPlan.of(Answers.read(answers), prices);
        List<Verdict> verdicts = Arrays.stream(Scenario.values())
                .map(scenario -> Verdict.of(plan, scenario))
                .toList();
        Files.createDirectories(folder);
        Files.writeString(
                folder.resolve("index.html"), new ReasonsPage(plan, prices, verdicts).html(), StandardCharsets.UTF_8);
        return verdicts;
    }
}
