package org.consilium.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/**
 * Sees all bytes that arrive, before the HTTP parser does, and reports them to the {@link Receptions}. Drops what a web
 * socket receives after its last frame has been sent: the container would take it for another request of the handshake
 * that it is just disposing of.
 */
final class ReceptionFilter extends BaseFilter {
    /** The first byte of a close frame (RFC 6455, 5.2); no HTTP response begins with it. */
    private static final byte CLOSE_FRAME = (byte) 0x88;

    private final Receptions receptions;

    ReceptionFilter(Receptions receptions) {
        this.receptions = receptions;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof Buffer bytes) {
            if (receptions.isClosedWebSocket(context.getConnection())) {
                return context.getStopAction();
            }
            receptions.received(context.getConnection(), bytes.remaining());
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleWrite(FilterChainContext context) {
        if (context.getMessage() instanceof Buffer bytes
                && bytes.hasRemaining()
                && bytes.get(bytes.position()) == CLOSE_FRAME) {
            receptions.closeWebSocket(context.getConnection());
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        receptions.closed(context.getConnection());
        return context.getInvokeAction();
    }
}
