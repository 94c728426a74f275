package org.consilium.server.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainBuilder;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;
import org.glassfish.grizzly.filterchain.TransportFilter;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.nio.transport.TCPNIOTransport;
import org.glassfish.grizzly.nio.transport.TCPNIOTransportBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A real listener, with a filter in the place of the HTTP parser. */
class ReceptionFilterTest {
    private static final byte[] CLOSE_FRAME = {(byte) 0x88, 0};
    private static final byte[] PONG_FRAME = {(byte) 0x8A, 0};

    private final Receptions receptions = new Receptions(1);
    private final BlockingQueue<String> parsed = new LinkedBlockingQueue<>();
    private final TCPNIOTransport transport =
            TCPNIOTransportBuilder.newInstance().build();

    private int port;

    @BeforeEach
    void start() throws IOException {
        transport.setProcessor(FilterChainBuilder.stateless()
                .add(new TransportFilter())
                .add(new ReceptionFilter(receptions))
                .add(new Parser())
                .build());
        InetSocketAddress bound = (InetSocketAddress) transport
                .bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                .getLocalAddress();
        port = bound.getPort();
        transport.start();
    }

    @AfterEach
    void stop() throws IOException {
        transport.shutdownNow();
    }

    @Test
    void whatAWebSocketReceivesAfterItsLastFrameIsDropped() throws Exception {
        try (Socket client = connect()) {
            say(client, "upgrade");
            say(client, "pong");
            assertThat(client.getInputStream().readNBytes(2)).isEqualTo(PONG_FRAME);
            say(client, "still read");
            say(client, "close");
            assertThat(client.getInputStream().readNBytes(2)).isEqualTo(CLOSE_FRAME);
            write(client, "too late");
            assertThat(parsed.poll(1, TimeUnit.SECONDS)).isNull();
        }
    }

    /** Even if an answer begins like a close frame. */
    @Test
    void anotherConnectionIsReadOn() throws Exception {
        try (Socket client = connect()) {
            say(client, "close");
            InputStream answers = client.getInputStream();
            assertThat(answers.readNBytes(2)).isEqualTo(CLOSE_FRAME);
            say(client, "next");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), port);
    }

    private void say(Socket client, String text) throws IOException, InterruptedException {
        write(client, text);
        assertThat(parsed.poll(30, TimeUnit.SECONDS)).isEqualTo(text);
    }

    private static void write(Socket client, String text) throws IOException {
        client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** Does what it is told, and notes it. */
    private final class Parser extends BaseFilter {

        @Override
        public NextAction handleRead(FilterChainContext context) {
            String text = ((Buffer) context.getMessage()).toStringContent(StandardCharsets.US_ASCII);
            switch (text) {
                case "upgrade" -> receptions.becomeWebSocket(context.getConnection());
                case "pong" -> context.write(Buffers.wrap(context.getMemoryManager(), PONG_FRAME));
                case "close" -> context.write(Buffers.wrap(context.getMemoryManager(), CLOSE_FRAME));
                default -> {}
            }
            parsed.add(text);
            return context.getStopAction();
        }
    }
}
