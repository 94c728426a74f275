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
import java.util.function.Predicate;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.notice.Audience;
import org.consilium.notice.LiveService;
import org.consilium.notice.Notice;
import org.consilium.notice.NoticeSource;
import org.jspecify.annotations.Nullable;

/**
 * The open pages that are connected to this node. Before each message, it checks whether the person is still signed in
 * and which audience they belong to; if they are not signed in, the connection is closed.
 */
@ApplicationScoped
public class LiveConnections {

    private static final Logger LOG = Logger.getLogger(LiveConnections.class.getName());

    /** Load balancers close connections that are idle for a minute. */
    private static final Duration SWEEP = Duration.ofSeconds(25);

    /** More pages than somebody has open in one browser. */
    static final int MAX_PER_SESSION = 20;

    /** The same for all browsers of a person together, at this node. */
    static final int MAX_PER_ACCOUNT = 40;

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

    /** Whether this node takes another page of this person. */
    boolean hasRoomFor(LiveVisitor visitor) {
        return count(other -> other.session().equals(visitor.session())) < MAX_PER_SESSION
                && count(other ->
                                other.caller().accountKey() == visitor.caller().accountKey())
                        < MAX_PER_ACCOUNT;
    }

    private long count(Predicate<LiveVisitor> which) {
        return open.values().stream().map(LiveConnection::visitor).filter(which).count();
    }

    /**
     * From now on the page is told about changes; the version tells it whether it has missed one.
     *
     * @return false if there was no room for it, as for some of many that connect at once
     */
    boolean add(LiveConnection connection) {
        synchronized (this) {
            if (!hasRoomFor(connection.visitor())) {
                return false;
            }
            open.put(connection.id(), connection);
        }
        with(connection, this::compare);
        return true;
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
                    .filter(connection -> connection.visitor().caller().accountKey() == end.accountKey())
                    .forEach(LiveConnection::close);
        } else {
            sweep();
        }
    }

    /**
     * Sends every page its version: a page that has missed something learns of it, and no connection is idle for long.
     */
    private void sweep() {
        open.values().forEach(connection -> with(connection, this::compare));
    }

    private void compare(LiveConnection connection) {
        connection.say("mark " + live.version(connection.audience()));
    }

    private static void tell(LiveConnection connection, Notice.Change change) {
        if (connection.audience().meets(change.audience())) {
            connection.say("changed " + change.consultation());
        }
    }

    /** If the check fails, the page's connection is closed, and the page connects again; the others are still told. */
    private void with(LiveConnection connection, Consumer<LiveConnection> step) {
        try {
            if (isEntitled(connection)) {
                step.accept(connection);
            }
        } catch (RuntimeException failure) {
            LOG.log(Level.WARNING, "an open page could not be told about a change", failure);
            connection.close();
        }
    }

    /** Updates the person's audience; closes the connection of a person who is no longer signed in. */
    private boolean isEntitled(LiveConnection connection) {
        LiveVisitor visitor = connection.visitor();
        Optional<Audience> current = sessions.has(visitor) ? live.audienceOf(visitor.caller()) : Optional.empty();
        current.ifPresentOrElse(connection::hears, connection::close);
        return current.isPresent();
    }
}
