package org.consilium.server.http;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Request;
import org.glassfish.grizzly.http.server.Response;

/** Notifies the {@link EntryFilter} when the container begins to handle a request, and when it has answered it. */
@SuppressWarnings("rawtypes") // Grizzly's interface uses raw types
final class ContainerProbe extends HttpServerProbe.Adapter {
    private final EntryFilter entry;

    ContainerProbe(EntryFilter entry) {
        this.entry = entry;
    }

    @Override
    public void onRequestReceiveEvent(HttpServerFilter filter, Connection connection, Request request) {
        entry.handOver(request.getRequest(), connection);
    }

    @Override
    public void onRequestCompleteEvent(HttpServerFilter filter, Connection connection, Response response) {
        entry.answered(response.getResponse());
    }
}
