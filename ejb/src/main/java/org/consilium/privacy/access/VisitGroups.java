package org.consilium.privacy.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.privacy.trail.TrailPosition;
import org.jspecify.annotations.Nullable;

/**
 * Groups entries into visits. An entry belongs to the visit of the same person's next one if that was within half an
 * hour; whether it does can be told from any page of the list.
 */
final class VisitGroups {
    static final Duration GAP = Duration.ofMinutes(30);

    private static final String EMERGENCY = "EMERGENCY";

    /** Entries of one visit, the newest first. */
    record Group(List<TrailEntry> entries) {

        TrailEntry newest() {
            return entries.getFirst();
        }

        Instant first() {
            return entries.getLast().at();
        }

        boolean isEmergency() {
            return entries.stream()
                    .anyMatch(entry -> EMERGENCY.equals(entry.relation()) || EMERGENCY.equals(entry.kind()));
        }

        List<String> actions() {
            Set<String> actions = new LinkedHashSet<>();
            entries.reversed().forEach(entry -> actions.add(entry.action()));
            return List.copyOf(actions);
        }
    }

    private final Map<Long, Instant> last;
    private final Map<Long, Group> open = new HashMap<>();
    private final List<Group> groups = new ArrayList<>();
    private final int most;
    private @Nullable TrailPosition next;

    /**
     * Begins a page.
     *
     * @param before the time of each person's last entry among those of the page before: their visits go on
     * @param most visits on the page
     */
    VisitGroups(Map<Long, Instant> before, int most) {
        this.last = new HashMap<>(before);
        this.most = most;
    }

    /** Adds entries, the newest first, each of which has a person. */
    void add(List<TrailEntry> entries) {
        @Nullable TrailEntry previous = null;
        for (TrailEntry entry : entries) {
            long person = Objects.requireNonNull(entry.account());
            Instant following = last.put(person, entry.at());
            if (following == null || entry.at().isBefore(following.minus(GAP))) {
                begin(person, entry, previous);
            } else if (open.containsKey(person)) {
                open.get(person).entries().add(entry);
            }
            previous = entry;
        }
    }

    private void begin(long person, TrailEntry entry, @Nullable TrailEntry previous) {
        open.remove(person);
        if (groups.size() < most) {
            Group group = new Group(new ArrayList<>(List.of(entry)));
            open.put(person, group);
            groups.add(group);
        } else if (next == null && previous != null) {
            next = previous.position();
        }
    }

    List<Group> groups() {
        return List.copyOf(groups);
    }

    /** The entry after which the next page begins; null if there is no visit that is not on this one. */
    @Nullable
    TrailPosition next() {
        return next;
    }
}
