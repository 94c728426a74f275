package org.consilium.server;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.ServerSocketChannel;
import org.consilium.server.settings.CannotStart;

/** Checks the port that the server will listen on, before the long start. */
final class Port {
    private Port() {}

    /**
     * The first free port of the range.
     *
     * @throws CannotStart if all of them are taken, or the host is not an address of this machine
     */
    static int firstFree(String host, int port, int furtherPorts) throws CannotStart {
        InetAddress address = address(host);
        for (int candidate = port; candidate <= port + furtherPorts; candidate++) {
            if (free(address, candidate)) {
                return candidate;
            }
        }
        throw CannotStart.because("port " + port + " is already in use");
    }

    private static boolean free(InetAddress address, int port) throws CannotStart {
        try (ServerSocketChannel socket = ServerSocketChannel.open()) {
            socket.setOption(StandardSocketOptions.SO_REUSEADDR, true).bind(new InetSocketAddress(address, port));
            return true;
        } catch (BindException e) {
            if (String.valueOf(e.getMessage()).contains("in use")) {
                return false;
            }
            throw CannotStart.because(
                    "cannot listen on " + address.getHostAddress() + ":" + port + ": " + e.getMessage());
        } catch (IOException | IllegalArgumentException e) {
            throw CannotStart.because(
                    "cannot listen on " + address.getHostAddress() + ":" + port + ": " + e.getMessage());
        }
    }

    private static InetAddress address(String host) throws CannotStart {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw CannotStart.because("host '" + host + "' is unknown");
        }
    }
}
