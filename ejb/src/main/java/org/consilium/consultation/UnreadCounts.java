package org.consilium.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.consilium.access.Caller;
import org.consilium.cache.SharedStrings;
import org.consilium.database.Replica;
import org.consilium.platform.PublicIds;

/**
 * Caches the number of unread messages of each reader for all nodes: lists are read far more often than they change.
 *
 * <p>A count is valid for one version of the consultation, which changes with each message, and until the reader reads
 * further, which leaves a random string. Both are stored with the count and compared when it is read: a change does not
 * have to find the counts that it invalidates, and a count made before the reader read further is never taken for one
 * made after it.
 */
@ApplicationScoped
public class UnreadCounts {

    private static final Duration TTL = Duration.ofMinutes(5);

    /** Outlives every count made before the reader read further. */
    private static final Duration MOVE_TTL = TTL.multipliedBy(2);

    private static final String COUNT = "consilium:cache:unread:";
    private static final String MOVE = "consilium:cache:read:";

    @Inject
    private SharedStrings strings;

    @Inject
    private Replica replica;

    @Inject
    private Event<LastReadMoved> moves;

    /**
     * The counts by the consultation's key; zeros may be left out.
     *
     * @param count counts the messages of consultations that are not cached
     */
    Map<Long, Long> get(
            List<Consultation> consultations, Caller reader, Function<List<Consultation>, Map<Long, Long>> count) {
        Map<String, String> known = strings.find(names(consultations, reader));
        Map<Long, Long> found = new HashMap<>();
        List<Consultation> unknown = new ArrayList<>();
        for (Consultation consultation : consultations) {
            String text = known.getOrDefault(COUNT + place(consultation, reader), "");
            String state = state(consultation, reader, known);
            if (text.startsWith(state)) {
                found.put(consultation.key(), Long.valueOf(text.substring(state.length())));
            } else {
                unknown.add(consultation);
            }
        }
        if (!unknown.isEmpty()) {
            Map<Long, Long> counted = count.apply(unknown);
            if (!replica.isInUse()) {
                unknown.forEach(consultation -> strings.put(
                        COUNT + place(consultation, reader),
                        state(consultation, reader, known) + counted.getOrDefault(consultation.key(), 0L),
                        TTL));
            }
            found.putAll(counted);
        }
        return found;
    }

    private static List<String> names(List<Consultation> consultations, Caller reader) {
        return consultations.stream()
                .map(consultation -> place(consultation, reader))
                .flatMap(place -> Stream.of(COUNT + place, MOVE + place))
                .toList();
    }

    /** Invalidates what is counted for this reader until the transaction ends. */
    void moved(Consultation consultation, Caller reader) {
        moves.fire(new LastReadMoved(reader.accountKey(), consultation.key()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LastReadMoved move) {
        strings.put(MOVE + place(move.readerKey(), move.consultationKey()), PublicIds.next(), MOVE_TTL);
    }

    private static String state(Consultation consultation, Caller reader, Map<String, String> known) {
        return consultation.version() + " " + known.getOrDefault(MOVE + place(consultation, reader), "") + " ";
    }

    private static String place(Consultation consultation, Caller reader) {
        return place(reader.accountKey(), consultation.key());
    }

    private static String place(long reader, long consultation) {
        return reader + ":" + consultation;
    }
}
