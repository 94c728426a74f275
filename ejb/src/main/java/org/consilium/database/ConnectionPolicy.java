package org.consilium.database;

import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * How EclipseLink takes its connections. It has two sources since ever: one for the transaction, from the first write
 * or lock on, and one for what is read before, which is {@link ReadSource} here. When a connection has died it tries
 * again on others, by default with pauses of five seconds: nobody waits so long for a page.
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
    }
}
