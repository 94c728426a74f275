package org.consilium.web.notice;

import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The web socket of an open page: it tells the page that there is something to read, and nothing else. */
@ServerEndpoint(LiveEndpoint.PATH)
public class LiveEndpoint {

    static final String PATH = "/live";

    private static final Logger LOG = Logger.getLogger(LiveEndpoint.class.getName());

    @Inject
    private LiveConnections connections;

    @OnOpen
    public void opened(Session socket) throws IOException {
        if (socket.getUserPrincipal() instanceof LiveVisitor visitor) {
            if (!connections.add(new LiveConnection(socket, visitor))) {
                socket.close(new CloseReason(CloseReason.CloseCodes.TRY_AGAIN_LATER, ""));
            }
        } else {
            socket.close(new CloseReason(CloseReason.CloseCodes.VIOLATED_POLICY, ""));
        }
    }

    /** Pages never send anything. */
    @OnMessage(maxMessageSize = 64)
    public void said(String text, Session socket) throws IOException {
        socket.close(new CloseReason(CloseReason.CloseCodes.CANNOT_ACCEPT, ""));
    }

    @OnClose
    public void closed(Session socket) {
        connections.remove(socket.getId());
    }

    /** Browsers often leave without closing the connection. */
    @OnError
    public void failed(Session socket, Throwable failure) {
        LOG.log(Level.FINE, "a web socket failed", failure);
    }
}
