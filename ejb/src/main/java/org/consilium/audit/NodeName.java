package org.consilium.audit;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;

/** The name of this node in the trail: its host's, and the number of its process, as a host may have several. */
@ApplicationScoped
public class NodeName {
    private static final int LONGEST_HOST = 50;

    private String name;

    @PostConstruct
    void find() {
        name = host() + '/' + ProcessHandle.current().pid();
    }

    private static String host() {
        try {
            String host = InetAddress.getLocalHost().getHostName().replaceAll("[^A-Za-z0-9.-]", "-");
            return host.substring(0, Math.min(host.length(), LONGEST_HOST));
        } catch (UnknownHostException unnamed) {
            return "unnamed";
        }
    }

    public String get() {
        return name;
    }
}
