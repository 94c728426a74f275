package org.consilium.ear.browser;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** The way to a node, on which each byte is counted, there and back. */
final class CountingProxy implements AutoCloseable {

    private static final int BLOCK = 16 * 1024;

    private final URI node;
    private final ServerSocket entry;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<Socket> open = new CopyOnWriteArrayList<>();
    private final AtomicLong bytes = new AtomicLong();

    CountingProxy(URI node) throws IOException {
        this.node = node;
        entry = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        var unused = threads.submit(this::accept);
    }

    URI address() {
        return URI.create("http://localhost:" + entry.getLocalPort());
    }

    /** So many since this was last asked. */
    long counted() {
        return bytes.getAndSet(0);
    }

    private Void accept() throws IOException {
        while (!entry.isClosed()) {
            Socket from = entry.accept();
            Socket to = new Socket();
            to.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), node.getPort()));
            open.addAll(List.of(from, to));
            begin(from, to);
            begin(to, from);
        }
        return null;
    }

    private void begin(Socket from, Socket to) {
        var unused = threads.submit(() -> carry(from, to));
    }

    private Void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] block = new byte[BLOCK];
            for (int read = in.read(block); read > 0; read = in.read(block)) {
                bytes.addAndGet(read);
                out.write(block, 0, read);
            }
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        entry.close();
        for (Socket socket : open) {
            socket.close();
        }
        threads.shutdownNow();
    }
}
