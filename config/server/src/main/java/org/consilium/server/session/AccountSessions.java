package org.consilium.server.session;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Finds the sessions of an account and ends them, on whichever node they were begun. */
final class AccountSessions implements AccountSessionsMXBean {
    private final ClusterSessions sessions;

    private AccountSessions(ClusterSessions sessions) {
        this.sessions = sessions;
    }

    /** Offers them to the application, in the place of those of a former deployment. */
    static void register(ClusterSessions sessions) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(new AccountSessions(sessions), name);
        } catch (JMException e) {
            throw new IllegalStateException("the sessions of accounts cannot be offered", e);
        }
    }

    @Override
    public List<String> list(String account) {
        return sessions.index().of(account).stream()
                .filter(key -> there(account, key))
                .map(SessionKey::handle)
                .toList();
    }

    private boolean there(String account, SessionKey key) {
        boolean there = sessions.store().exists(key);
        if (!there) {
            sessions.index().forget(key, account);
        }
        return there;
    }

    @Override
    public String handle(String sessionId) {
        return SessionKey.of(sessionId).handle();
    }

    @Override
    public boolean end(String account, String handle) {
        return list(account).contains(handle) && sessions.end(new SessionKey(handle));
    }

    @Override
    public int endAll(String account, String exceptHandle) {
        int ended = 0;
        for (String handle : list(account)) {
            if (!handle.equals(exceptHandle) && sessions.end(new SessionKey(handle))) {
                ended++;
            }
        }
        return ended;
    }
}
