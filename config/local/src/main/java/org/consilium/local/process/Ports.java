package org.consilium.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** TCP ports of this machine: finds a free one, and checks a given one. */
public final class Ports {
    /** The default address to listen on: the demo's passwords are public, so other machines are kept out. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 32_000;
    private static final int CONNECT_TIMEOUT_MILLIS = 500;

    /** The system may assign a port again before the first one who got it listens there. */
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    private Ports() {}

    /** A port that is free at the moment, and that was not given to anybody in this process before. */
    public static int free() {
        int port = assigned();
        while (!GIVEN.add(port)) {
            port = assigned();
        }
        return port;
    }

    private static int assigned() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw StartException.of("find a free port", e);
        }
    }

    /**
     * A free port such that the port that is higher by the offset is free as well; both are below the range that the
     * system assigns to outgoing connections.
     */
    public static int freeWith(int offset) {
        return new SecureRandom()
                .ints(LOWEST, HIGHEST - offset)
                .filter(port -> isFree(LOOPBACK, port) && isFree(LOOPBACK, port + offset))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a server could listen on this port of this machine's address. */
    public static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a server accepts connections on this port of the loopback address. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_TIMEOUT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
