package org.consilium.imaging.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/**
 * A worker that a service of the machine starts for this connection, and confines more than this process could: as
 * another user, without files and network. It ends when the connection is closed.
 */
final class ServiceConnection implements WorkerChannel {

    private final SocketChannel channel;

    private ServiceConnection(SocketChannel channel) {
        this.channel = channel;
    }

    /** @throws IOException if the service does not listen */
    static ServiceConnection open(Path socket) throws IOException {
        return new ServiceConnection(SocketChannel.open(UnixDomainSocketAddress.of(socket)));
    }

    @Override
    public OutputStream toWorker() {
        return Channels.newOutputStream(channel);
    }

    @Override
    public InputStream fromWorker() {
        return Channels.newInputStream(channel);
    }

    /** A worker that waits has sent nothing. */
    @Override
    public boolean isAlive() {
        try {
            channel.configureBlocking(false);
            int read = channel.read(ByteBuffer.allocate(1));
            channel.configureBlocking(true);
            return read == 0;
        } catch (IOException ended) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
