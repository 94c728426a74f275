package org.consilium.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.security.SecureRandom;

/** TCP ports of this machine: finding a free one, and asking after a certain one. */
public final class Ports {
    /** The demo's passwords are known to all: whoever wants to show it to others must say so. */
    public static final String LOOPBACK = "127.0.0.1";

    private static final int LOWEST = 11_000;
    private static final int HIGHEST = 32_000;
    private static final int CONNECT_MILLIS = 500;

    private Ports() {}

    /** A port on which nothing listens at the moment. */
    public static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw StartException.of("find a free port", e);
        }
    }

    /**
     * A port on which nothing listens, nor on the one that lies so much higher; both below those that the system gives
     * to clients.
     */
    public static int freeWith(int offset) {
        return new SecureRandom()
                .ints(LOWEST, HIGHEST - offset)
                .filter(port -> isFree(LOOPBACK, port) && isFree(LOOPBACK, port + offset))
                .findFirst()
                .orElseThrow();
    }

    /** Whether a server could listen on the port of that address of this machine. */
    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something answers on the port of the loop-back address. */
    static boolean answers(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), CONNECT_MILLIS);
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
