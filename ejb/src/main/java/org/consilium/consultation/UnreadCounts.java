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
 * Caches how much is unread for each reader for all nodes: lists are read far more often than they change.
 *
 * <p>A count is valid for one version of the consultation, and until something changes in it, such as a note, which
 * leaves its version as it is, or until the reader reads further; the last two leave a random string. All are stored
 * with the count and compared when it is read: a change does not have to find the counts that it invalidates, and a
 * count made before it is never taken for one made after it.
 */
@ApplicationScoped
public class UnreadCounts {

    private static final Duration TTL = Duration.ofMinutes(5);

    /** Outlives every count made before. */
    private static final Duration MOVE_TTL = TTL.multipliedBy(2);

    private static final String COUNT = "consilium:cache:unread:";
    private static final String MOVE = "consilium:cache:read:";
    private static final String CHANGE = "consilium:cache:changed:";

    @Inject
    private SharedStrings strings;

    @Inject
    private Replica replica;

    @Inject
    private Event<LastReadMoved> moves;

    /**
     * The counts by the consultation's key; zeros may be left out.
     *
     * @param count counts for consultations that are not cached
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
                .flatMap(consultation -> {
                    String place = place(consultation, reader);
                    return Stream.of(COUNT + place, MOVE + place, changeOf(consultation.id()));
                })
                .toList();
    }

    /** Invalidates what is counted for this reader until the transaction ends. */
    void moved(Consultation consultation, Caller reader) {
        moves.fire(new LastReadMoved(reader.accountKey(), consultation.key()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) LastReadMoved move) {
        strings.put(MOVE + place(move.readerKey(), move.consultationKey()), PublicIds.next(), MOVE_TTL);
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) ConsultationChanged change) {
        strings.put(changeOf(change.id()), PublicIds.next(), MOVE_TTL);
    }

    private static String state(Consultation consultation, Caller reader, Map<String, String> known) {
        return consultation.version() + " " + known.getOrDefault(MOVE + place(consultation, reader), "") + " "
                + known.getOrDefault(changeOf(consultation.id()), "") + " ";
    }

    private static String changeOf(ConsultationId consultation) {
        return CHANGE + consultation.value();
    }

    private static String place(Consultation consultation, Caller reader) {
        return place(reader.accountKey(), consultation.key());
    }

    private static String place(long reader, long consultation) {
        return reader + ":" + consultation;
    }
}
