package org.consilium.database;

import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * How EclipseLink gets its connections. It has always had two sources: one for the transaction, from the first write or
 * lock on, and one for reads before that, which is {@link ReadSource} here. After a connection has died it tries
 * others, by default with pauses of five seconds, which is too long for a page.
 *
 * <p>It also decides which exceptions EclipseLink throws.
 */
public class ConnectionPolicy implements SessionCustomizer {

    private static final int PAUSE_MILLISECONDS = 100;

    @Override
    public void customize(Session session) {
        ServerSession server = (ServerSession) session;
        server.getLogin().setDelayBetweenConnectionAttempts(PAUSE_MILLISECONDS);
        DatasourceLogin reads =
                (DatasourceLogin) server.getReadConnectionPool().getLogin().clone();
        JNDIConnector connector = (JNDIConnector) reads.getConnector();
        reads.setConnector(new JNDIConnector(new ReadSource(connector.getDataSource())));
        server.setReadConnectionPool(reads);
        server.setExceptionHandler(ConnectionPolicy::translate);
    }

    /** What the database says of a duplicate becomes an exception of our own, without the value and without a cause. */
    private static Object translate(RuntimeException failure) {
        throw DuplicateKeyException.in(failure)
                .map(RuntimeException.class::cast)
                .orElse(failure);
    }
}
