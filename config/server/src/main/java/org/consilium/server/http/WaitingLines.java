package org.consilium.server.http;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** The requests that wait to be admitted, in a line for each priority. Guarded by the lock of its {@link Admission}. */
final class WaitingLines {
    private final Map<Priority, Deque<Place>> lines = new EnumMap<>(Priority.class);
    private int size;

    /** A waiting request, and the condition that is signaled when it is admitted. */
    static final class Place {
        private final Priority priority;
        private final Condition turn;
        private boolean admitted;

        private Place(Priority priority, Condition turn) {
            this.priority = priority;
            this.turn = turn;
        }

        /** Waits, and tells whether the request was admitted. */
        boolean await(long nanos) {
            try {
                long left = nanos;
                while (!admitted && left > 0) {
                    left = turn.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return admitted;
        }

        void admit() {
            admitted = true;
            turn.signal();
        }
    }

    WaitingLines() {
        for (Priority priority : Priority.values()) {
            lines.put(priority, new ArrayDeque<>());
        }
    }

    int size() {
        return size;
    }

    /** Adds a request at the end of its line. */
    Place add(Priority priority, Condition turn) {
        Place place = new Place(priority, turn);
        line(priority).add(place);
        size++;
        return place;
    }

    void remove(Place place) {
        if (line(place.priority).remove(place)) {
            size--;
        }
    }

    /** Removes the first request of a line; null if there is none. */
    @Nullable
    Place poll(Priority priority) {
        Place first = line(priority).poll();
        if (first != null) {
            size--;
        }
        return first;
    }

    boolean isEmpty(Priority priority) {
        return line(priority).isEmpty();
    }

    private Deque<Place> line(Priority priority) {
        return Objects.requireNonNull(lines.get(priority));
    }
}
