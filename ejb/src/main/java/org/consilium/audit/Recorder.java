package org.consilium.audit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.consilium.access.AccessCall;
import org.consilium.access.Action;
import org.consilium.access.CallTrail;
import org.consilium.access.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * Puts on record what people do: one entry for a call, by its action, or those that its service tells by events. What
 * changes something is on record in the same transaction, which may be one of several in a call; what only reads, and
 * what fails or is refused, is added by a statement of its own before the answer leaves.
 */
@ApplicationScoped
public class Recorder implements CallTrail {
    private static final ThreadLocal<@Nullable OpenCall> CURRENT = new ThreadLocal<>();

    @Inject
    private Entries entries;

    @Inject
    private Clock clock;

    @Resource
    private TransactionSynchronizationRegistry transaction;

    /** A call that is being made. */
    private static final class OpenCall {
        private final AccessCall call;
        private final @Nullable Object transaction;

        /** Told by its service, and not on record yet. */
        private final List<AuditEvent> events = new ArrayList<>();

        /** Whether a step of it is. */
        private boolean recorded;

        OpenCall(AccessCall call, @Nullable Object transaction) {
            this.call = call;
            this.transaction = transaction;
        }

        /** Whether this is done in a transaction of its own, which ends before the call does. */
        boolean isStep(AuditEvent event, @Nullable Object current) {
            return event.outcome() == Outcome.DONE
                    && !event.kind().isLook()
                    && current != null
                    && !current.equals(transaction);
        }
    }

    @Override
    public @Nullable Object follow(AccessCall call, Callable<?> made) throws Exception {
        OpenCall around = CURRENT.get();
        // a session may end within another call, as when an account is disabled, and is no part of that
        if (around != null && call.action() != Action.END_VISIT) {
            return made.call();
        }
        OpenCall open = new OpenCall(call, transaction.getTransactionKey());
        CURRENT.set(open);
        try {
            Object result = made.call();
            record(open);
            return result;
        } catch (Exception failure) {
            entries.addAtOnce(failures(open));
            throw failure;
        } finally {
            close(around);
        }
    }

    private static void close(@Nullable OpenCall around) {
        if (around == null) {
            CURRENT.remove();
        } else {
            CURRENT.set(around);
        }
    }

    private void record(OpenCall open) {
        AccessCall call = open.call;
        List<Entry> told = told(open);
        if (told.isEmpty()) {
            return;
        }
        if (!told.stream().allMatch(entry -> entry.kind().isLook())) {
            entries.addWithTransaction(told);
        } else if (AuditKinds.isSentByForm(call.action())) {
            entries.addAtOnce(told);
        } else {
            List<List<Object>> views = told.stream().map(Recorder::view).toList();
            RequestTrail.view(views, () -> entries.addAtOnce(told));
        }
    }

    private List<Entry> told(OpenCall open) {
        if (open.recorded || !open.events.isEmpty()) {
            return open.events.stream().map(event -> entry(event, open.call)).toList();
        }
        return AuditKinds.of(open.call.action())
                .map(kind -> Entry.of(open.call, kind, Outcome.DONE, null, now(), origin()))
                .stream()
                .toList();
    }

    /** The same for two entries of a request that are of one view. */
    private static List<Object> view(Entry entry) {
        return List.of(
                entry.action(),
                String.valueOf(entry.record()),
                String.valueOf(entry.patient()),
                String.valueOf(entry.detail()));
    }

    /** The same for two entries of a request that was refused the same thing twice, in two ways to it. */
    private static List<Object> refusal(Entry entry) {
        Object what = entry.record() == null ? entry.action() : entry.record();
        return List.of(what, String.valueOf(entry.reason()));
    }

    private List<Entry> failures(OpenCall open) {
        return open.events.stream()
                .filter(event -> event.outcome() == Outcome.FAILED)
                .map(event -> entry(event, open.call))
                .toList();
    }

    private Entry entry(AuditEvent event, AccessCall call) {
        return Entry.of(event, call, now(), origin());
    }

    @Override
    public void refused(AccessCall call, Refusal why) {
        Entry refused =
                Entry.of(call, AuditKinds.ofRefused(call.action()), Outcome.REFUSED, why.name(), now(), origin());
        RequestTrail.once(refusal(refused), () -> entries.addAtOnce(List.of(refused)));
    }

    void told(@Observes AuditEvent event) {
        OpenCall open = CURRENT.get();
        if (open == null) {
            entries.addWithTransaction(List.of(Entry.of(event, now(), origin())));
        } else if (open.isStep(event, transaction.getTransactionKey())) {
            entries.addWithTransaction(List.of(entry(event, open.call)));
            open.recorded = true;
        } else {
            open.events.add(event);
        }
    }

    private static @Nullable Origin origin() {
        return RequestTrail.origin().orElse(null);
    }

    private LocalDateTime now() {
        return LocalDateTime.now(clock);
    }
}
