package org.consilium.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Whether a session is still signed in, as the server that keeps the sessions knows without counting it as a use. The
 * id of a session changes when somebody signs in or out, so that one which is there is still the visitor's.
 */
@ApplicationScoped
public class SignedInSessions {

    /**
     * What the server offers of the sessions of an account; without it sessions are not shared, and it is not asked.
     */
    private static final String NAME = "org.consilium:type=AccountSessions";

    private static final String TEXT = String.class.getName();

    boolean has(LiveVisitor visitor) {
        try {
            ObjectName name = new ObjectName(NAME);
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            return !server.isRegistered(name)
                    || (boolean) server.invoke(name, "exists", new Object[] {visitor.session()}, new String[] {TEXT});
        } catch (JMException e) {
            throw new IllegalStateException("the server does not tell which sessions there are", e);
        }
    }
}
