package org.consilium.database;

import org.eclipse.persistence.sessions.DatasourceLogin;
import org.eclipse.persistence.sessions.JNDIConnector;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;
import org.eclipse.persistence.sessions.server.ServerSession;

/**
 * Lets EclipseLink take the connections that it reads by from {@link ReadSource}. It has two sources since ever: one
 * for the transaction, from the first write or lock on, and one for what is read before.
 */
public class ReadRouting implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        ServerSession server = (ServerSession) session;
        DatasourceLogin login =
                (DatasourceLogin) server.getReadConnectionPool().getLogin().clone();
        JNDIConnector connector = (JNDIConnector) login.getConnector();
        login.setConnector(new JNDIConnector(new ReadSource(connector.getDataSource())));
        server.setReadConnectionPool(login);
    }
}
