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
import org.consilium.cache.SharedTexts;
import org.consilium.database.Replica;
import org.consilium.platform.PublicIds;

/**
 * How many messages each reader has not seen, remembered for all nodes: lists are read far more often than they change.
 *
 * <p>A number is right for one version of the consultation, which changes with each message, and between two moves of
 * the reader's mark, which leave a random text behind. Both are kept with the number and compared when it is read, so
 * that neither has to find what it makes wrong, and a number that was counted before a move cannot be taken for one
 * that was counted after it.
 */
@ApplicationScoped
public class UnreadCounts {

    private static final Duration KEPT = Duration.ofMinutes(5);
    /** Longer than any number that was counted before the move. */
    private static final Duration MOVE_KEPT = KEPT.multipliedBy(2);

    private static final String COUNT = "consilium:cache:unread:";
    private static final String MOVE = "consilium:cache:read:";

    @Inject
    private SharedTexts texts;

    @Inject
    private Replica replica;

    @Inject
    private Event<Moved> moves;

    /**
     * The numbers by the consultation's key; those of 0 may be left out.
     *
     * @param count finds them for consultations of which nothing is known
     */
    Map<Long, Long> get(
            List<Consultation> consultations, Caller reader, Function<List<Consultation>, Map<Long, Long>> count) {
        Map<String, String> known = texts.find(names(consultations, reader));
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
            if (!replica.isReadHere()) {
                unknown.forEach(consultation -> texts.keep(
                        COUNT + place(consultation, reader),
                        state(consultation, reader, known) + counted.getOrDefault(consultation.key(), 0L),
                        KEPT));
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

    /** Whatever was counted for this reader until the transaction ends is right no longer. */
    void moved(Consultation consultation, Caller reader) {
        moves.fire(new Moved(reader.accountId(), consultation.key()));
    }

    void forget(@Observes(during = TransactionPhase.AFTER_SUCCESS) Moved move) {
        texts.keep(MOVE + place(move.readerId(), move.consultationId()), PublicIds.next(), MOVE_KEPT);
    }

    private static String state(Consultation consultation, Caller reader, Map<String, String> known) {
        return consultation.version() + " " + known.getOrDefault(MOVE + place(consultation, reader), "") + " ";
    }

    private static String place(Consultation consultation, Caller reader) {
        return place(reader.accountId(), consultation.key());
    }

    private static String place(long reader, long consultation) {
        return reader + ":" + consultation;
    }

    /** A reader's mark has moved, in a consultation; both are told by their keys. */
    record Moved(long readerId, long consultationId) {}
}
