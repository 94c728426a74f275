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
import java.util.function.Consumer;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.notice.Audience;
import org.consilium.notice.LiveService;
import org.consilium.notice.Notice;
import org.consilium.notice.NoticeSource;
import org.jspecify.annotations.Nullable;

/**
 * The pages that are open at this node. Before each word it is looked up whether the person is still signed in and whom
 * they belong to: who is not gets nothing more, and the page's connection ends.
 */
@ApplicationScoped
public class LiveConnections {

    private static final Logger LOG = Logger.getLogger(LiveConnections.class.getName());

    /** Load balancers cut connections on which nothing happens for a minute. */
    private static final Duration SWEEP = Duration.ofSeconds(25);

    @Inject
    private LiveService live;

    @Inject
    private NoticeSource notices;

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
        notices.listen(contexts.contextualConsumer(this::hear));
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
        with(connection, this::compare);
    }

    void remove(String id) {
        open.remove(id);
    }

    private void hear(Notice notice) {
        if (notice instanceof Notice.Change change) {
            open.values().stream()
                    .filter(connection -> connection.audience().meets(change.audience()))
                    .forEach(connection -> with(connection, entitled -> tell(entitled, change)));
        } else if (notice instanceof Notice.End end) {
            open.values().stream()
                    .filter(connection -> connection.visitor().caller().accountId() == end.accountId())
                    .forEach(LiveConnection::close);
        } else {
            sweep();
        }
    }

    /** Tells every page its mark: a page that has missed something sees it, and nobody on the way cuts the silence. */
    private void sweep() {
        open.values().forEach(connection -> with(connection, this::compare));
    }

    private void compare(LiveConnection connection) {
        connection.say("mark " + live.mark(connection.audience()));
    }

    private static void tell(LiveConnection connection, Notice.Change change) {
        if (connection.audience().meets(change.audience())) {
            connection.say("changed " + change.consultation());
        }
    }

    /** A page about which nothing can be found out comes again; the others are told all the same. */
    private void with(LiveConnection connection, Consumer<LiveConnection> step) {
        try {
            if (isEntitled(connection)) {
                step.accept(connection);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "an open page cannot be told of a change", failure);
            connection.close();
        }
    }

    /** Looks anew whom the person belongs to; ends the connection of one who is not signed in any more. */
    private boolean isEntitled(LiveConnection connection) {
        LiveVisitor visitor = connection.visitor();
        Optional<Audience> current = sessions.has(visitor) ? live.audienceOf(visitor.caller()) : Optional.empty();
        current.ifPresentOrElse(connection::hears, connection::close);
        return current.isPresent();
    }
}
