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
 * Caches for all nodes what is read often and changes rarely, such as the names of teams and clinicians. Without it
 * every answer is the same, only slower.
 *
 * <p>A change replaces the old value by an empty string for {@link #TOMBSTONE_TTL}, and a loaded value is stored only
 * where there is none. So a reader who loads before the commit and stores after it cannot bring the old value back,
 * unless that takes longer than the tombstone lives. If Redis misses the change, the old value lives on for at most
 * {@link #TTL}.
 */
@ApplicationScoped
public class SharedCache {

    static final Duration TTL = Duration.ofMinutes(5);
    static final Duration TOMBSTONE_TTL = Duration.ofSeconds(30);

    private static final String PREFIX = "consilium:cache:";

    @Inject
    private SharedStrings strings;

    /**
     * The values of these names.
     *
     * @param load finds those that are not cached; what it leaves out stays out
     * @param shared which of the loaded values may be cached
     */
    public Map<String, String> get(
            Collection<String> names, Function<Set<String>, Map<String, String>> load, Predicate<String> shared) {
        Map<String, String> found = new HashMap<>();
        strings.find(names.stream().map(PREFIX::concat).toList()).forEach((name, text) -> {
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
                    strings.putIfAbsent(PREFIX + name, text, TTL);
                }
            });
            found.putAll(loaded);
        }
        return found;
    }

    /** The value of one name, which {@code load} always finds. */
    public String get(String name, Supplier<String> load) {
        return get(List.of(name), missing -> Map.of(name, load.get()), any -> true)
                .getOrDefault(name, "");
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) CacheInvalidated value) {
        strings.put(PREFIX + value.name(), "", TOMBSTONE_TTL);
    }
}
