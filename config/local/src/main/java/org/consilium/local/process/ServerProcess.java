package org.consilium.local.process;

import java.time.Duration;

/** A back end that is a single child process and listens on a single port of the loopback address. */
public abstract class ServerProcess implements BackEnd {
    private static final Duration READY_TIMEOUT = Duration.ofSeconds(60);

    private final ChildProcess process;
    private final int port;

    protected ServerProcess(ChildProcess process, int port) {
        this.process = process;
        this.port = port;
    }

    /** Waits until it accepts connections. */
    @Override
    public void awaitReady() {
        process.awaitPort(port, READY_TIMEOUT);
    }

    public int port() {
        return port;
    }

    public ChildProcess process() {
        return process;
    }

    /** Asks it to end, and waits until it has. */
    @Override
    public void close() {
        process.stop();
    }
}
