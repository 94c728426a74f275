package org.consilium.server.http;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Response;

/** Notifies the {@link EntryFilter} when a request has been answered. */
@SuppressWarnings("rawtypes") // Grizzly's interface uses raw types
final class AnsweredProbe extends HttpServerProbe.Adapter {
    private final EntryFilter entry;

    AnsweredProbe(EntryFilter entry) {
        this.entry = entry;
    }

    @Override
    public void onRequestCompleteEvent(HttpServerFilter filter, Connection connection, Response response) {
        entry.answered(response.getResponse());
    }
}
