package org.consilium.imaging.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Starts a worker for each connection to a Unix socket, as the unit of the machine image does. */
final class WorkerService implements AutoCloseable {

    /** Serves one connection. */
    @FunctionalInterface
    private interface Service {
        void serve(SocketChannel node) throws IOException;
    }

    private final ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    private final List<SocketChannel> nodes = new CopyOnWriteArrayList<>();
    private final List<ChildProcess> processes = new CopyOnWriteArrayList<>();

    private WorkerService(Path socket) throws IOException {
        server.bind(UnixDomainSocketAddress.of(socket));
    }

    static WorkerService start(Path socket) throws IOException {
        WorkerService service = new WorkerService(socket);
        service.accept(service::launch);
        return service;
    }

    /** As a service does that has started as many as it may. */
    static WorkerService refusing(Path socket) throws IOException {
        WorkerService service = new WorkerService(socket);
        service.accept(SocketChannel::close);
        return service;
    }

    /** Its workers answer with these bytes. */
    static WorkerService saying(Path socket, int... bytes) throws IOException {
        WorkerService service = new WorkerService(socket);
        service.accept(node -> say(node, bytes));
        return service;
    }

    private void accept(Service service) {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                while (true) {
                    SocketChannel node = server.accept();
                    nodes.add(node);
                    service.serve(node);
                }
            } catch (IOException closed) {
                return;
            }
        });
    }

    private void launch(SocketChannel node) throws IOException {
        ChildProcess process = ChildProcess.launch();
        processes.add(process);
        copy(Channels.newInputStream(node), process.toWorker(), process::close);
        copy(process.fromWorker(), Channels.newOutputStream(node), () -> shut(node));
    }

    private static void copy(InputStream from, OutputStream to, Runnable atEnd) {
        Thread.ofPlatform().daemon().start(() -> {
            byte[] bytes = new byte[65_536];
            try {
                for (int read = from.read(bytes); read >= 0; read = from.read(bytes)) {
                    to.write(bytes, 0, read);
                    to.flush();
                }
            } catch (IOException ended) {
                return;
            } finally {
                atEnd.run();
            }
        });
    }

    private static void shut(SocketChannel node) {
        try {
            node.close();
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void say(SocketChannel node, int... bytes) throws IOException {
        ByteBuffer message = ByteBuffer.allocate(bytes.length);
        for (int each : bytes) {
            message.put((byte) each);
        }
        node.write(message.flip());
    }

    void sayToNodes(int... bytes) throws IOException {
        for (SocketChannel node : nodes) {
            say(node, bytes);
        }
    }

    /** Ends them, and waits until the nodes' connections are closed. */
    void endWorkers() {
        processes.forEach(ChildProcess::close);
        processes.forEach(process -> process.handle().onExit().join());
        nodes.forEach(WorkerService::shut);
    }

    int connections() {
        return nodes.size();
    }

    @Override
    public void close() throws IOException {
        server.close();
        processes.forEach(ChildProcess::close);
        nodes.forEach(WorkerService::shut);
    }
}
