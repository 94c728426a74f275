package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.StandardSession;
import org.consilium.server.api.ContextParameters;
import org.consilium.server.http.Entrance;
import org.consilium.server.session.store.AttributeFields;
import org.consilium.server.session.store.SessionIndex;
import org.consilium.server.session.store.SessionPolicy;
import org.consilium.server.session.store.SessionStore;
import org.consilium.server.session.store.StoreUnavailableException;
import org.glassfish.web.valve.GlassFishValve;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * The session manager of a web application whose sessions are in Redis. The container asks it for a session at the
 * beginning of a request; {@link RequestSession} releases it at the end.
 */
final class ClusterSessions extends StandardManager {
    private static final Logger LOG = Logger.getLogger(ClusterSessions.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final JavaEEIOUtils streams;
    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoader loader;
    private final SessionWriter writer;
    private final ExpirySweep sweep;
    private final SaveValve saveValve = new SaveValve(this, this::requestSession);
    private @Nullable Supplier<ClusterSession> factory;

    ClusterSessions(JavaEEIOUtils streams, RedissonClient redis, SessionPolicy policy) {
        this.streams = streams;
        store = new SessionStore(redis, policy);
        index = new SessionIndex(redis);
        loader = new SessionLoader(store, this::newSession);
        writer = new SessionWriter(store, index, new SurplusSessions(index, loader), this::applicationLoader);
        sweep = new ExpirySweep(store, index, loader);
    }

    private ClusterSession newSession() {
        return Objects.requireNonNull(factory, "not started").get();
    }

    private RequestSession requestSession(Request request) {
        return RequestSession.of(request, loader, writer);
    }

    @Override
    public void start() throws LifecycleException {
        super.start();
        AllowedClasses allowed = new AllowedClasses(context().findParameter(ContextParameters.SESSION_CLASSES));
        AttributeCodec codec = new AttributeCodec(streams, this::applicationLoader, allowed);
        AttributeFields fields = fields(context());
        factory = () -> new ClusterSession(this, store, codec, fields);
        // at the host: the application's listeners hear of the end of a request before the host's valves do
        host().addValve((GlassFishValve) saveValve);
        context().getApplicationEventListeners().add(new PageCompleteListener());
        AccountSessionsExtension.offer(new StoredAccountSessions(store, index, loader, codec, fields));
    }

    private static AttributeFields fields(StandardContext application) throws LifecycleException {
        try {
            return ApplicationVersion.fields(application);
        } catch (IOException e) {
            throw new LifecycleException("the version of the application cannot be determined", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        host().removeValve((GlassFishValve) saveValve);
        store.close();
        super.stop();
    }

    private StandardContext context() {
        return (StandardContext) getContainer();
    }

    private StandardHost host() {
        return (StandardHost) context().getParent();
    }

    private ClassLoader applicationLoader() {
        return context().getLoader().getClassLoader();
    }

    /**
     * Called by the container from time to time, also while the application is starting: a session that expired then
     * would end without its caller and without any listener.
     */
    @Override
    public void processExpires() {
        if (factory != null && context().getAvailable()) {
            sweep.run();
        }
    }

    @Override
    public @Nullable Session findSession(String id, HttpServletRequest http) {
        RequestSession request = requestSession((Request) (Object) http);
        try {
            return request.find(id);
        } catch (StoreUnavailableException e) {
            LOG.log(Level.WARNING, e, () -> "the session cannot be read: " + e.getMessage());
            request.fail();
            return null;
        }
    }

    /** Only the container itself asks without a request, and it has no use for a session. */
    @Override
    public @Nullable Session findSession(String id) {
        return null;
    }

    @Override
    public @Nullable Session findSession(String id, String version) {
        return null;
    }

    /** A node keeps no list of sessions. */
    @Override
    public void add(Session session) {
        // nothing to do
    }

    @Override
    protected StandardSession getNewSession() {
        ClusterSession session = newSession();
        RequestSession.current().ifPresent(session::bind);
        return session;
    }

    @Override
    @SuppressWarnings("UnsynchronizedOverridesSynchronized") // SecureRandom is thread-safe
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

    /** Attributes must be serializable, whether the application is marked as distributable or not. */
    @Override
    public boolean getDistributable() {
        return true;
    }

    @Override
    public void changeSessionId(Session session) {
        ((ClusterSession) session).rename(generateSessionId());
    }

    @Override
    public void remove(Session removed) {
        ClusterSession session = (ClusterSession) removed;
        Entrance.signedIn().forget(session.getIdInternal());
        if (session.isRemovable()) {
            try {
                writer.remove(session);
            } catch (StoreUnavailableException e) {
                session.fail();
                throw e;
            }
        }
    }

    /** Called right before the headers of a response leave: the session must be in Redis by then. */
    @Override
    public @Nullable Cookie toCookie(Session committing) {
        if (committing instanceof ClusterSession session) {
            session.commit();
        }
        return null;
    }
}
