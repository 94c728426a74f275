package org.consilium.server.http;

import org.glassfish.grizzly.Buffer;
import org.glassfish.grizzly.filterchain.BaseFilter;
import org.glassfish.grizzly.filterchain.FilterChainContext;
import org.glassfish.grizzly.filterchain.NextAction;

/** Sees all bytes that arrive, before the HTTP parser does, and reports them to the {@link Receptions}. */
final class ReceptionFilter extends BaseFilter {
    private final Receptions receptions;

    ReceptionFilter(Receptions receptions) {
        this.receptions = receptions;
    }

    @Override
    public NextAction handleRead(FilterChainContext context) {
        if (context.getMessage() instanceof Buffer bytes) {
            receptions.received(context.getConnection(), bytes.remaining());
        }
        return context.getInvokeAction();
    }

    @Override
    public NextAction handleClose(FilterChainContext context) {
        receptions.closed(context.getConnection());
        return context.getInvokeAction();
    }
}
