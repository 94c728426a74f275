package org.consilium.ear.stand;

import org.consilium.ear.fault.ClockedNodes;
import org.consilium.ear.fault.Cluster;
import org.consilium.ear.fault.ReplicatedNode;
import org.consilium.ear.http.LimitedNodes;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/** Stops, when the last test is over, all that the tests have started. */
public final class BackEndsOfTests implements LauncherSessionListener {

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        stop();
    }

    /** Stops all of it. */
    public static void stop() {
        HeadStart.end();
        ClockedNodes.close();
        ReplicatedNode.close();
        Cluster.close();
        LimitedNodes.close();
        Chromium.close();
        Stand.close();
    }
}
