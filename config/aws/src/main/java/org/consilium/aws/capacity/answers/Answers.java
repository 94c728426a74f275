package org.consilium.aws.capacity.answers;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The hospital's answers, which all sizes follow from. */
public record Answers(
        Usage usage,
        Measurements measurements,
        Calendar calendar,
        Surge surge,
        Resilience resilience,
        Scaling scaling,
        Storage storage,
        Trail trail,
        List<Dependency> dependencies,
        Map<Scenario, Bound> bounds) {

    /**
     * Reads a file of answers.
     *
     * @throws RefusedFileException if a key is unknown, missing, duplicate, or has an invalid value
     * @throws IOException if the file cannot be read
     */
    public static Answers read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    /** The same from any source. */
    public static Answers read(Reader source) throws IOException {
        StrictProperties file = new StrictProperties(source);
        Answers answers = new Answers(
                Usage.read(file),
                Measurements.read(file),
                Calendar.read(file),
                Surge.read(file),
                Resilience.read(file),
                Scaling.read(file),
                Storage.read(file),
                Trail.read(file),
                file.words("dependencies").stream()
                        .map(name -> Dependency.read(file, name))
                        .toList(),
                Arrays.stream(Scenario.values())
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), scenario -> Bound.read(file, scenario))));
        file.refuseUnread();
        return answers;
    }

    /** The bound for the replay of a scenario. */
    public Bound bound(Scenario scenario) {
        return bounds.getOrDefault(scenario, new Bound(0, 0, 0));
    }
}
