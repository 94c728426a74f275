package org.consilium.review.evaluation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Stream;
import org.consilium.review.Findings;
import org.consilium.review.Found;
import org.consilium.review.rule.Entry;

/** Looks at entries of the trail that nobody has looked at, each once in the cluster. */
@ApplicationScoped
public class Evaluation {

    /** Entries in a transaction. */
    static final int MOST = 2_000;

    @Inject
    private Progress progress;

    @Inject
    private EntryReader reader;

    @Inject
    private People people;

    @Inject
    private AccessReview accesses;

    @Inject
    private DayReview days;

    @Inject
    private PlaceReview places;

    @Inject
    private Findings findings;

    /** Looks at the next entries, and at those that were committed late; returns whether there may be more. */
    @Transactional(Transactional.TxType.REQUIRES_NEW)
    public boolean next() {
        OptionalLong position = progress.lock();
        if (position.isEmpty()) {
            // another node does
            return false;
        }
        List<Gap> gaps = progress.gaps();
        List<EntryRow> late = reader.within(gaps, MOST);
        List<EntryRow> next = reader.after(position.getAsLong(), MOST);
        look(Stream.concat(late.stream(), next.stream())
                .map(EntryRow::entry)
                .flatMap(Optional::stream)
                .toList());
        progress.fill(gaps, late.stream().map(EntryRow::id).toList());
        if (!next.isEmpty()) {
            progress.move(position.getAsLong(), next.stream().map(EntryRow::id).toList());
        }
        return next.size() == MOST;
    }

    private void look(List<Entry> entries) {
        List<Entry> known = known(entries.stream().filter(Entry::isByStaff).toList());
        Map<Found.Key, Found> found = new LinkedHashMap<>();
        Stream.of(accesses.look(known), days.look(known), places.look(known))
                .flatMap(List::stream)
                .forEach(hit -> found.merge(hit.key(), hit, Found::and));
        findings.add(found.values());
    }

    /** Those whose people have accounts: anybody who can add a row could make up others. */
    private List<Entry> known(List<Entry> entries) {
        Set<Long> keys = new HashSet<>();
        entries.forEach(entry -> Stream.of(Optional.ofNullable(entry.account()), Optional.ofNullable(entry.patient()))
                .flatMap(Optional::stream)
                .forEach(keys::add));
        Set<Long> named = people.named(keys).keySet();
        return entries.stream()
                .filter(entry ->
                        named.contains(entry.account()) && (entry.patient() == null || named.contains(entry.patient())))
                .toList();
    }
}
