package org.consilium.local.process;

import java.util.Map;

/** A service that a node depends on, such as its database: it runs as one or more child processes. */
public interface BackEnd extends AutoCloseable {
    /** Its name in the output of the run command, in one or two words. */
    String title();

    /** Waits until it accepts requests. */
    void awaitReady();

    /** The configuration that lets a node connect to it; call it once the back end is ready. */
    Map<String, String> properties();

    @Override
    void close();
}
