package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.consilium.audit.AuditKind;
import org.consilium.audit.Outcome;
import org.consilium.review.Found;
import org.consilium.review.rule.Entry;
import org.consilium.review.rule.Place;
import org.consilium.review.rule.Rules;
import org.consilium.review.rule.TwoPlacesRule;

/** Remembers where accounts of the staff are used, and asks the rule about two places at once. */
@ApplicationScoped
public class PlaceReview {

    /** The device of a request that does not name one: a thief of a session may leave the id out. */
    private static final String UNKNOWN = "unknown";

    @Inject
    private Rules rules;

    @Inject
    private PlaceTable table;

    @Inject
    private HospitalDays days;

    /** What it finds. */
    List<Found> look(List<Entry> entries) {
        TwoPlacesRule rule = rules.ofPlaces();
        List<Entry> used = entries.stream().filter(PlaceReview::tellsPlace).toList();
        if (rule == null || used.isEmpty()) {
            return List.of();
        }
        Map<Long, Map<PlaceTable.Key, Place>> known = table.of(used.stream()
                .map(entry -> Objects.requireNonNull(entry.account()))
                .collect(Collectors.toSet()));
        Map<PlaceTable.Key, Place> changed = new HashMap<>();
        List<Found> found = new ArrayList<>();
        for (Entry entry : used) {
            long account = Objects.requireNonNull(entry.account());
            Place now = place(entry);
            PlaceTable.Key key = new PlaceTable.Key(account, now.network(), now.device());
            Map<PlaceTable.Key, Place> own = known.computeIfAbsent(account, first -> new HashMap<>());
            rule.check(now, own.values())
                    .ifPresent(hit -> found.add(new Found(
                            new Found.Key(rule.name(), account, null, days.of(entry.at())),
                            hit,
                            entry.kind(),
                            1,
                            false,
                            entry.at(),
                            entry.at())));
            own.merge(key, now, PlaceReview::later);
            changed.merge(key, now, PlaceReview::later);
        }
        table.write(changed);
        return found;
    }

    /** A sign-in that fails may be anybody's; one on a new device has no id of it yet. */
    private static boolean tellsPlace(Entry entry) {
        return entry.isByStaff()
                && entry.outcome() == Outcome.DONE
                && entry.address() != null
                && (entry.device() != null || entry.kind() != AuditKind.SIGN_IN);
    }

    private static Place place(Entry entry) {
        return new Place(
                Place.network(Objects.requireNonNull(entry.address())),
                Objects.requireNonNullElse(entry.device(), UNKNOWN),
                entry.at());
    }

    private static Place later(Place one, Place other) {
        return one.at().isAfter(other.at()) ? one : other;
    }
}
