package org.consilium.database;

import org.eclipse.persistence.sessions.DatabaseLogin;
import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * How EclipseLink gets its connections. It has always had two sources: one for the transaction, from the first write or
 * lock on, and one for reads before that, which are {@link WriteSource} and {@link ReadSource} here. It repeats no
 * query whose connection has died: {@link Transactions} repeats the whole call.
 *
 * <p>It also decides which exceptions EclipseLink throws.
 */
public class ConnectionPolicy implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        ServerSession server = (ServerSession) session;
        DatabaseLogin writes = server.getLogin();
        writes.setQueryRetryAttemptCount(0);
        JNDIConnector connector = (JNDIConnector) writes.getConnector();
        writes.setConnector(new JNDIConnector(new WriteSource(connector.getDataSource())));
        DatasourceLogin reads =
                (DatasourceLogin) server.getReadConnectionPool().getLogin().clone();
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
