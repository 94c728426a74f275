package org.consilium.web.notice;

import jakarta.websocket.CloseReason;
import jakarta.websocket.Session;
import java.io.IOException;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.consilium.notice.Audience;

/** An open page of a person, and the audience whose changes it follows. */
final class LiveConnection {

    private static final Logger LOG = Logger.getLogger(LiveConnection.class.getName());

    /** A browser that accepts nothing for so long is gone. */
    private static final long SEND_TIMEOUT_MILLIS = 5000;

    private final Session socket;
    private final LiveVisitor visitor;
    private volatile Audience audience = new Audience(Set.of());

    LiveConnection(Session socket, LiveVisitor visitor) {
        this.socket = socket;
        this.visitor = visitor;
        socket.getAsyncRemote().setSendTimeout(SEND_TIMEOUT_MILLIS);
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

    /** The page then asks why, and learns whether its session has ended. */
    void close() {
        try {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
        } catch (IOException | IllegalStateException gone) {
            LOG.log(Level.FINE, "a page was closed", gone);
        }
    }
}
