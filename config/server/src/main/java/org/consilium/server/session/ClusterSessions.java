package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.CompletableFuture;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.StandardSession;
import org.glassfish.web.valve.GlassFishValve;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * The sessions of a web application, in Redis and nowhere else. The container asks for one at the beginning of a
 * request; {@link SaveValve} hands it back at the end.
 */
final class ClusterSessions extends StandardManager {
    private static final Logger LOG = Logger.getLogger(ClusterSessions.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;
    private static final int LONGEST_ID = 64;

    private final JavaEEIOUtils streams;
    private final SessionStore store;
    private final SessionIndex index;
    private @Nullable AttributeCodec codec;
    private @Nullable ExpirySweep sweep;

    ClusterSessions(JavaEEIOUtils streams, RedissonClient redis) {
        this.streams = streams;
        store = new SessionStore(redis);
        index = new SessionIndex(redis);
    }

    AttributeCodec codec() {
        if (codec == null) {
            throw new IllegalStateException("not started");
        }
        return codec;
    }

    SessionStore store() {
        return store;
    }

    SessionIndex index() {
        return index;
    }

    // -- life

    @Override
    public void start() throws LifecycleException {
        super.start();
        StandardContext context = (StandardContext) getContainer();
        codec = new AttributeCodec(
                streams, this::applicationLoader, new AllowedClasses(context.findParameter(AllowedClasses.PARAMETER)));
        sweep = new ExpirySweep(this);
        StandardHost host = (StandardHost) context.getParent();
        // at the host, because the application's listeners hear of the end of a request before that of the host
        host.addValve((GlassFishValve) new SaveValve());
        AccountSessions.register(this);
    }

    ClassLoader applicationLoader() {
        return ((StandardContext) getContainer()).getLoader().getClassLoader();
    }

    /** Called by the container from time to time. */
    @Override
    public void processExpires() {
        if (sweep != null) {
            sweep.run();
        }
    }

    // -- finding and making sessions

    @Override
    public @Nullable Session findSession(String id, HttpServletRequest http) {
        return find(id, (Request) (Object) http);
    }

    private @Nullable Session find(String id, Request request) {
        RequestSession state = RequestSession.of(request);
        if (state.failed() || state.missed(id)) {
            return null;
        }
        if (state.has(id)) {
            return state.session();
        }
        try {
            ClusterSession session = open(id, RequestKind.of(request, request));
            if (session == null) {
                state.miss(id);
            } else {
                session.bind(request);
                state.found(id, session);
            }
            return session;
        } catch (StoreUnavailableException e) {
            LOG.log(Level.WARNING, e, () -> "no session: " + e.getMessage());
            state.fail();
            return null;
        }
    }

    private @Nullable ClusterSession open(String id, RequestKind kind) {
        if (id.isEmpty() || id.length() > LONGEST_ID) {
            return null;
        }
        ClusterSession session = new ClusterSession(this);
        if (kind == RequestKind.FILE) {
            session.leaveAside(id);
            return session;
        }
        SessionKey key = SessionKey.of(id);
        Lease lease = kind == RequestKind.PAGE ? new Lease(key) : null;
        SessionStore.Use use = kind == RequestKind.BACKGROUND ? SessionStore.Use.UNNOTED : SessionStore.Use.NOTED;
        return (lease == null ? store.read(key, use) : store.take(lease, use))
                .map(stored -> {
                    session.load(id, stored, lease);
                    return session;
                })
                .orElse(null);
    }

    /** Without a request only the container itself asks, and it has no business with a session. */
    @Override
    public @Nullable Session findSession(String id) {
        return null;
    }

    @Override
    public @Nullable Session findSession(String id, String version) {
        return null;
    }

    /** No list is kept on a node. */
    @Override
    public void add(Session session) {
        // nothing to do
    }

    @Override
    protected StandardSession getNewSession() {
        return new ClusterSession(this);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // threads may share this source of random numbers
    protected String generateSessionId() {
        byte[] bytes = new byte[ID_BYTES];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // as above
    protected String generateSessionId(Object unused) {
        return generateSessionId();
    }

    /** Whatever is put into a session must be able to travel, whether the application says distributable or not. */
    @Override
    public boolean getDistributable() {
        return true;
    }

    // -- changing and ending them

    /** Takes the lease for a session of which the request has only a copy, or has not looked at. */
    void hold(ClusterSession session) {
        Lease lease = new Lease(session.key());
        var stored = store.take(lease, SessionStore.Use.NOTED);
        if (stored.isPresent()) {
            session.load(session.getIdInternal(), stored.get(), lease);
        } else {
            session.end();
            session.setValid(false);
        }
    }

    /** Ends a session that nobody has used for long, and tells its listeners. */
    void expire(SessionKey key, StoredSession stored, Lease lease) {
        ClusterSession session = new ClusterSession(this);
        session.adopt(key, stored, lease);
        session.expire(true, true);
    }

    /** Ends a session, whoever uses it; false if there is none. */
    boolean end(SessionKey key) {
        Lease lease = new Lease(key);
        var stored = store.take(lease, SessionStore.Use.UNNOTED);
        stored.ifPresent(found -> expire(key, found, lease));
        return stored.isPresent();
    }

    @Override
    public void changeSessionId(Session session) {
        ((ClusterSession) session).rename(generateSessionId());
    }

    /** The session is over, for all nodes. */
    @Override
    public void remove(Session removed) {
        ClusterSession session = (ClusterSession) removed;
        if (!session.isRenaming() && !session.ended()) {
            // if its id was changed, nothing is written under the new one yet
            forgetFormer(session);
            store.remove(session.key(), session.lease());
            index.forget(session.key(), session.account());
            session.end();
        }
    }

    /** Called right before the headers of a response leave: what they promise must be in Redis by then. */
    @Override
    public @Nullable Cookie toCookie(Session committing) {
        if (committing instanceof ClusterSession session) {
            RequestSession.commit(this, session);
        }
        return null;
    }

    /**
     * Writes what the request has changed.
     *
     * @param last whether the request is over, so that the next one may begin
     * @throws StoreUnavailableException if Redis does not answer
     * @throws LeaseLostException if another request has written meanwhile
     * @throws IOException if an attribute cannot be serialized
     */
    void save(ClusterSession session, boolean last) throws IOException {
        if (session.writable() || session.usedAfterwards()) {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(applicationLoader());
            try {
                write(session, last);
            } finally {
                thread.setContextClassLoader(before);
            }
        }
        if (last) {
            finish(session);
        }
    }

    private void write(ClusterSession session, boolean last) throws IOException {
        boolean late = session.usedAfterwards();
        SessionChanges changes = session.changes();
        if (!changes.any()) {
            return;
        }
        if (late) {
            var stored = store.take(changes.lease(), SessionStore.Use.UNNOTED);
            if (stored.isEmpty()) {
                return;
            }
            session.rebase(stored.get(), changes.lease());
            changes = session.changes();
        }
        CompletableFuture<?> indexed = noted(session, changes);
        boolean there = store.save(changes, last);
        store.await(indexed);
        forgetFormer(session);
        session.saved(changes);
        if (!there) {
            LOG.fine("the session was ended while a request used it");
        }
    }

    /** What lies under the id that it had before leads nowhere from now on. */
    private void forgetFormer(ClusterSession session) {
        Lease former = session.former();
        if (former != null) {
            store.remove(former.key(), former);
            index.forget(former.key(), session.account());
        }
    }

    private CompletableFuture<?> noted(ClusterSession session, SessionChanges changes) {
        CompletableFuture<?> ends = CompletableFuture.completedFuture(true);
        CompletableFuture<?> signedIn = ends;
        if (changes.base().isEmpty()) {
            ends = index.ends(session.key(), System.currentTimeMillis() + session.getMaxInactiveInterval() * 1000L);
        }
        if (changes.fields().containsKey(StoredSession.ACCOUNT)) {
            signedIn = index.signedIn(session.key(), session.account(), System.currentTimeMillis());
        }
        return CompletableFuture.allOf(ends, signedIn);
    }

    /** The request has no more to do with it. */
    void finish(ClusterSession session) {
        store.release(session.lease());
        store.release(session.former());
        session.let();
    }
}
