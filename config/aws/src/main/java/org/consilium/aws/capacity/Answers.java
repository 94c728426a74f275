package org.consilium.aws.capacity;

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

/** The answers to the questions that the sizes follow from, as one file holds them. */
public record Answers(
        Usage usage,
        Measurements measurements,
        Calendar calendar,
        Surge surge,
        Resilience resilience,
        Scaling scaling,
        Storage storage,
        List<Dependency> dependencies,
        Map<Scenario, Bound> bounds) {

    /**
     * Reads a file of answers.
     *
     * @throws RefusedFileException if a key is unknown, missing, twice there, or says what cannot be meant
     * @throws IOException if the file cannot be read
     */
    public static Answers read(Path file) throws IOException {
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            return read(reader);
        }
    }

    static Answers read(Reader source) throws IOException {
        StrictProperties file = new StrictProperties(source);
        Answers answers = new Answers(
                Usage.read(file),
                Measurements.read(file),
                Calendar.read(file),
                Surge.read(file),
                Resilience.read(file),
                Scaling.read(file),
                Storage.read(file),
                file.words("dependencies").stream()
                        .map(name -> Dependency.read(file, name))
                        .toList(),
                Arrays.stream(Scenario.values())
                        .collect(Collectors.toUnmodifiableMap(
                                Function.identity(), scenario -> Bound.read(file, scenario))));
        file.refuseTheRest();
        return answers;
    }

    /** What a replay of a scenario has to keep. */
    public Bound bound(Scenario scenario) {
        return bounds.getOrDefault(scenario, new Bound(0, 0, 0));
    }
}
