package org.consilium.server.session;

import com.sun.enterprise.container.common.spi.util.JavaEEIOUtils;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.catalina.LifecycleException;
import org.apache.catalina.Session;
import org.apache.catalina.connector.Request;
import org.apache.catalina.core.StandardContext;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.session.StandardManager;
import org.apache.catalina.session.StandardSession;
import org.consilium.server.http.Entrance;
import org.glassfish.web.valve.GlassFishValve;
import org.jspecify.annotations.Nullable;
import org.redisson.api.RedissonClient;

/**
 * The sessions of a web application, in Redis and nowhere else: what the container asks of its session manager. It asks
 * for a session at the beginning of a request; {@link RequestSession} hands it back at the end.
 */
final class ClusterSessions extends StandardManager {
    private static final Logger LOG = Logger.getLogger(ClusterSessions.class.getName());
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int ID_BYTES = 24;

    private final JavaEEIOUtils streams;
    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoans loans;
    private final SessionWriter writer;
    private final SaveValve saving = new SaveValve(this);
    private @Nullable AttributeCodec codec;
    private @Nullable AttributeFields fields;
    private @Nullable ExpirySweep sweep;

    ClusterSessions(JavaEEIOUtils streams, RedissonClient redis) {
        this.streams = streams;
        store = new SessionStore(redis);
        index = new SessionIndex(redis);
        loans = new SessionLoans(this, store);
        writer = new SessionWriter(store, index, this::applicationLoader);
    }

    AttributeCodec codec() {
        if (codec == null) {
            throw new IllegalStateException("not started");
        }
        return codec;
    }

    AttributeFields fields() {
        if (fields == null) {
            throw new IllegalStateException("not started");
        }
        return fields;
    }

    SessionLoans loans() {
        return loans;
    }

    SessionWriter writer() {
        return writer;
    }

    // -- life

    @Override
    public void start() throws LifecycleException {
        super.start();
        StandardContext context = (StandardContext) getContainer();
        codec = new AttributeCodec(
                streams, this::applicationLoader, new AllowedClasses(context.findParameter(AllowedClasses.PARAMETER)));
        fields = fields(context);
        sweep = new ExpirySweep(store, index, loans);
        // at the host, because the application's listeners hear of the end of a request before that of the host
        host().addValve((GlassFishValve) saving);
        context.getApplicationEventListeners().add(new PageCompleteListener());
        AccountSessions.register(new AccountSessions(store, index, loans));
    }

    private static AttributeFields fields(StandardContext application) throws LifecycleException {
        try {
            return AttributeFields.of(application);
        } catch (IOException e) {
            throw new LifecycleException("the application cannot be told from other versions of it", e);
        }
    }

    @Override
    public void stop() throws LifecycleException {
        host().removeValve((GlassFishValve) saving);
        store.close();
        super.stop();
    }

    private StandardHost host() {
        return (StandardHost) getContainer().getParent();
    }

    private ClassLoader applicationLoader() {
        return ((StandardContext) getContainer()).getLoader().getClassLoader();
    }

    /**
     * Called by the container from time to time, also while the application is being started: a session that ended then
     * would end without its caller, and nobody would hear of it.
     */
    @Override
    public void processExpires() {
        if (sweep != null && ((StandardContext) getContainer()).getAvailable()) {
            sweep.run();
        }
    }

    // -- finding and making sessions

    @Override
    public @Nullable Session findSession(String id, HttpServletRequest http) {
        Request request = (Request) (Object) http;
        RequestSession state = RequestSession.of(request, this);
        try {
            return state.find(id);
        } catch (StoreUnavailableException e) {
            LOG.log(Level.WARNING, e, () -> "no session: " + e.getMessage());
            state.fail();
            return null;
        }
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
        ClusterSession session = new ClusterSession(this);
        RequestSession.current().ifPresent(session::bind);
        return session;
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

    @Override
    public void changeSessionId(Session session) {
        ((ClusterSession) session).rename(generateSessionId());
    }

    @Override
    public void remove(Session removed) {
        ClusterSession session = (ClusterSession) removed;
        Entrance.signedIn().forget(session.getIdInternal());
        if (!session.isRenaming() && !session.ended()) {
            try {
                writer.remove(session);
            } catch (StoreUnavailableException e) {
                session.failed();
                throw e;
            }
        }
    }

    /** Called right before the headers of a response leave: what they promise must be in Redis by then. */
    @Override
    public @Nullable Cookie toCookie(Session committing) {
        if (committing instanceof ClusterSession session && session.borrower() != null) {
            session.borrower().commit(session);
        }
        return null;
    }
}
