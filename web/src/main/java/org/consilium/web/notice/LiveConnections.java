package org.consilium.web.notice;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ContextService;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.consilium.notice.Audience;
import org.consilium.notice.LiveService;
import org.consilium.notice.Notice;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are open at this node. Before each word it is looked up whether the person is still signed in and
 * whom they belong to: who is not gets nothing more, and the page's connection ends.
 */
@ApplicationScoped
public class LiveConnections {

    /** Load balancers cut connections on which nothing happens for a minute. */
    private static final Duration SWEEP = Duration.ofSeconds(25);

    @Inject
    private LiveService live;

    @Inject
    private SignedInSessions sessions;

    @Resource
    private ManagedScheduledExecutorService threads;

    @Resource
    private ContextService contexts;

    private final Map<String, LiveConnection> open = new ConcurrentHashMap<>();

    private @Nullable Future<?> sweeping;

    @PostConstruct
    void begin() {
        live.listen(contexts.contextualConsumer(this::hear));
        sweeping = threads.scheduleAtFixedRate(this::sweep, SWEEP.toSeconds(), SWEEP.toSeconds(), TimeUnit.SECONDS);
    }

    @PreDestroy
    void end() {
        if (sweeping != null) {
            sweeping.cancel(true);
        }
        open.values().forEach(LiveConnection::close);
    }

    /** From now on the page is told of changes; the mark tells it whether it has missed one. */
    void add(LiveConnection connection) {
        open.put(connection.id(), connection);
        if (isEntitled(connection)) {
            connection.say("mark " + live.mark(connection.audience()));
        }
    }

    void remove(String id) {
        open.remove(id);
    }

    private void hear(Notice notice) {
        if (notice instanceof Notice.Change change) {
            open.values().stream()
                    .filter(connection -> connection.audience().meets(change.audience()))
                    .filter(this::isEntitled)
                    .filter(connection -> connection.audience().meets(change.audience()))
                    .forEach(connection -> connection.say("changed " + change.consultation()));
        } else if (notice instanceof Notice.End end) {
            open.values().stream()
                    .filter(connection -> connection.visitor().caller().accountId() == end.accountId())
                    .forEach(LiveConnection::close);
        }
    }

    private void sweep() {
        open.values().stream().filter(this::isEntitled).forEach(LiveConnection::ping);
    }

    /** Looks anew whom the person belongs to; ends the connection of one who is not signed in any more. */
    private boolean isEntitled(LiveConnection connection) {
        LiveVisitor visitor = connection.visitor();
        Optional<Audience> current =
                sessions.has(visitor) ? live.audienceOf(visitor.caller()) : Optional.empty();
        current.ifPresentOrElse(connection::hears, connection::close);
        return current.isPresent();
    }
}
