package org.consilium.local;

import java.util.Map;

/** Something that a node needs beside it: it runs as a child, and tells the node how to reach it. */
public interface BackEnd extends AutoCloseable {
    /** What people call it in one or two words. */
    String title();

    /** Waits until it can be used. */
    void awaitReady();

    /** The configuration by which a node reaches it; to be asked once it is ready. */
    Map<String, String> properties();

    @Override
    void close();
}
