package org.consilium.server.http;

import java.io.ByteArrayOutputStream;
import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.http.HttpContent;
import org.glassfish.grizzly.http.HttpRequestPacket;
import org.glassfish.grizzly.http.Method;
import org.glassfish.grizzly.memory.Buffers;
import org.glassfish.grizzly.memory.MemoryManager;

/**
 * Collects the body of a request in memory before anything else happens, as long as it is short: no thread waits for
 * its sender. Every form of text is shorter.
 *
 * <p>The bytes are copied. Grizzly pools its messages per thread, and returns some to the pool twice: a message that is
 * kept until more arrives may meanwhile become that of another request.
 */
final class CollectedBody {
    private static final int MAX_BYTES = 64 * 1024;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(0);

    void add(Buffer piece) {
        byte[] arrived = new byte[piece.remaining()];
        piece.get(arrived);
        bytes.writeBytes(arrived);
    }

    /** The collected bytes as one message. */
    HttpContent message(HttpRequestPacket request, MemoryManager<?> memory, boolean last) {
        return HttpContent.create(request, last, Buffers.wrap(memory, bytes.toByteArray()));
    }

    /** Whether a web socket begins: what follows is no body, and never ends. */
    static boolean isHandshake(HttpRequestPacket request) {
        return Method.GET.equals(request.getMethod()) && request.isUpgrade();
    }

    /**
     * Whether the application has to begin before everything has arrived. A sender that waits for "100 Continue" gets
     * it when the body is read.
     */
    boolean isLong(HttpRequestPacket request) {
        return isHandshake(request)
                || request.getContentLength() > MAX_BYTES
                || bytes.size() > MAX_BYTES
                || request.requiresAcknowledgement();
    }
}
