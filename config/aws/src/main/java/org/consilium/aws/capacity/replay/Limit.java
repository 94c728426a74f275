package org.consilium.aws.capacity.replay;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.consilium.aws.capacity.simulation.Minute;

/**
 * The upper limit of one figure of a replay.
 *
 * @param name of the figure, in a sentence
 * @param unit of the figure
 * @param most the limit
 */
record Limit(String name, String unit, double most, ToDoubleFunction<Minute> figure) {

    private static final double ROUNDING = 1e-6;

    boolean isExceededIn(Minute minute) {
        return figure.applyAsDouble(minute) > most + ROUNDING;
    }

    /** A sentence that says what is wrong, if the figure exceeds the limit for more minutes than allowed. */
    Optional<String> failure(Replay replay, int minutesAllowed) {
        List<Minute> outside =
                replay.minutes().stream().filter(this::isExceededIn).toList();
        return outside.stream()
                .max(Comparator.comparingDouble(figure))
                .filter(worst -> outside.size() > minutesAllowed)
                .map(worst -> String.format(
                        Locale.ROOT,
                        "%s: %s is above %.0f %s for %d minutes, where %d are allowed (highest: %.0f %s at %02d:%02d)",
                        replay.scenario().title(),
                        name,
                        most,
                        unit,
                        outside.size(),
                        minutesAllowed,
                        figure.applyAsDouble(worst),
                        unit,
                        worst.minute() / 60,
                        worst.minute() % 60));
    }
}
