package org.consilium.server.session;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/** Finds the sessions of an account and ends them, on whichever node they were begun. */
final class AccountSessions implements AccountSessionsMXBean {
    private final SessionStore store;
    private final SessionIndex index;
    private final SessionLoans loans;

    AccountSessions(SessionStore store, SessionIndex index, SessionLoans loans) {
        this.store = store;
        this.index = index;
        this.loans = loans;
    }

    /** Offers them to the application, in the place of those of a former deployment. */
    static void register(AccountSessions sessions) {
        try {
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            ObjectName name = new ObjectName(NAME);
            if (server.isRegistered(name)) {
                server.unregisterMBean(name);
            }
            server.registerMBean(sessions, name);
        } catch (JMException e) {
            throw new IllegalStateException("the sessions of accounts cannot be offered", e);
        }
    }

    @Override
    public List<String> list(String account) {
        return index.of(account).stream()
                .filter(key -> there(account, key))
                .map(SessionKey::handle)
                .toList();
    }

    private boolean there(String account, SessionKey key) {
        boolean there = store.exists(key);
        if (!there) {
            index.forget(key, account);
        }
        return there;
    }

    @Override
    public boolean exists(String sessionId) {
        return store.exists(SessionKey.of(sessionId));
    }

    @Override
    public String handle(String sessionId) {
        return SessionKey.of(sessionId).handle();
    }

    @Override
    public boolean end(String account, String handle) {
        return list(account).contains(handle) && loans.end(new SessionKey(handle));
    }

    @Override
    public int endAll(String account, String exceptHandle) {
        int ended = 0;
        for (String handle : list(account)) {
            if (!handle.equals(exceptHandle) && loans.end(new SessionKey(handle))) {
                ended++;
            }
        }
        return ended;
    }
}
