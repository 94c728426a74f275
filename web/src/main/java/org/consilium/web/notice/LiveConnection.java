package org.consilium.web.notice;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.notice.Audience;

/** One open page of one person, and what they are told of. */
final class LiveConnection {

    private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());

    /** A browser that takes nothing for so long is gone. */
    private static final long PATIENCE_MILLIS = 5000;

    private final Session socket;
    private final LiveVisitor visitor;
    private volatile Audience audience = new Audience(Set.of());

    LiveConnection(Session socket, LiveVisitor visitor) {
        this.socket = socket;
        this.visitor = visitor;
        socket.getAsyncRemote().setSendTimeout(PATIENCE_MILLIS);
    }

    String id() {
        return socket.getId();
    }

    LiveVisitor visitor() {
        return visitor;
    }

    Audience audience() {
        return audience;
    }

    void hears(Audience current) {
        audience = current;
    }

    void say(String text) {
        try {
            socket.getAsyncRemote().sendText(text, sent -> {
                if (!sent.isOK()) {
                    close();
                }
            });
        } catch (IllegalStateException closed) {
            LOG.log(Level.FINE, "a page was closed", closed);
        }
    }

    /** The page asks at once why, and learns whether its visit is over. */
    void close() {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "a page was closed", gone);
        }
    }
}
