package org.consilium.server.http;

import org.glassfish.grizzly.Connection;
import org.glassfish.grizzly.http.server.HttpServerFilter;
import org.glassfish.grizzly.http.server.HttpServerProbe;
import org.glassfish.grizzly.http.server.Response;

/** Tells the {@link EntryFilter} that a request has been answered. */
@SuppressWarnings("rawtypes") // the interface of Grizzly has them
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
