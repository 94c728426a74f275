package org.consilium.web.notice;

import jakarta.enterprise.context.ApplicationScoped;
import java.lang.management.ManagementFactory;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;

/**
 * Asks the server whether a session is still signed in, without extending it. The id of a session changes when somebody
 * signs in or out, so a session that exists is still the visitor's.
 */
@ApplicationScoped
public class SignedInSessions {

    /** The server's MBean for the sessions of an account; a server that does not share its sessions has none. */
    private static final String NAME = "org.consilium:type=AccountSessions";

    private static final String TEXT = String.class.getName();

    boolean has(LiveVisitor visitor) {
        try {
            ObjectName name = new ObjectName(NAME);
            MBeanServer server = ManagementFactory.getPlatformMBeanServer();
            return !server.isRegistered(name)
                    || (boolean) server.invoke(name, "exists", new Object[] {visitor.session()}, new String[] {TEXT});
        } catch (JMException e) {
            throw new IllegalStateException("the server did not answer whether a session exists", e);
        }
    }
}
