package org.consilium.cache;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * What is often read and seldom changed, such as the names of teams and clinicians, for all nodes: without it every
 * answer is the same, only later.
 *
 * <p>A change leaves an empty text for {@link #NOTHING_KEPT} in the place of the old one, and what a reader has loaded
 * is only kept where there is nothing. So a reader who loaded before the commit and comes back after it cannot bring
 * the old text back, unless it takes longer than that. A text that Redis could not be told of lives for {@link #KEPT}.
 */
@ApplicationScoped
public class SharedCache {

    static final Duration KEPT = Duration.ofMinutes(5);
    static final Duration NOTHING_KEPT = Duration.ofSeconds(30);

    private static final String PREFIX = "consilium:cache:";

    @Inject
    private SharedTexts texts;

    /**
     * The texts under these names.
     *
     * @param load finds those that are not known; what it leaves out stays out
     * @param shared which of those loaded others may be given too
     */
    public Map<String, String> get(
            Collection<String> names, Function<Set<String>, Map<String, String>> load, Predicate<String> shared) {
        Map<String, String> found = new HashMap<>();
        texts.find(names.stream().map(PREFIX::concat).toList()).forEach((name, text) -> {
            if (!text.isEmpty()) {
                found.put(name.substring(PREFIX.length()), text);
            }
        });
        Set<String> missing =
                names.stream().filter(name -> !found.containsKey(name)).collect(Collectors.toSet());
        if (!missing.isEmpty()) {
            Map<String, String> loaded = load.apply(missing);
            loaded.forEach((name, text) -> {
                if (shared.test(name)) {
                    texts.keepNew(PREFIX + name, text, KEPT);
                }
            });
            found.putAll(loaded);
        }
        return found;
    }

    /** The text under one name, which {@code load} knows in any case. */
    public String get(String name, Supplier<String> load) {
        return get(List.of(name), missing -> Map.of(name, load.get()), any -> true)
                .getOrDefault(name, "");
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Stale stale) {
        texts.keep(PREFIX + stale.name(), "", NOTHING_KEPT);
    }
}
