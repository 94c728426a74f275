package org.consilium.server.session;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.jspecify.annotations.Nullable;

/** Pauses a request of {@code /count/slow} in the middle until the test continues it. */
final class Gate implements AutoCloseable {
    private final ServerSocket server;
    private @Nullable Socket held;

    Gate() {
        try {
            server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            server.setSoTimeout(30_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String path() {
        return path("slow");
    }

    /** The path of a step of the probe that waits. */
    String path(String step) {
        return "/count/" + step + "?port=" + port();
    }

    int port() {
        return server.getLocalPort();
    }

    /** Waits until the request has reached the gate. */
    void awaitRequest() {
        try {
            held = server.accept();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Continues the request. */
    void open() {
        try {
            if (held != null) {
                held.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        open();
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
