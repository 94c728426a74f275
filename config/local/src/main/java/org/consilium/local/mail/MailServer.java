package org.consilium.local.mail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.consilium.local.process.BackEnd;
import org.consilium.local.process.Ports;
import org.consilium.local.process.StartException;
import org.consilium.local.process.Workspace;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/**
 * An SMTP server in this process, in place of Amazon SES: it takes every letter, and passes none on. They can be read
 * on a page, and stay in a folder of the workspace.
 */
public final class MailServer implements BackEnd {
    /** Of RFC 5321, section 4.2.3: the letter was not stored, and can be sent again. */
    private static final int NOT_STORED = 451;

    private static final String HOST = "127.0.0.1";

    private final MailFolder folder;
    private final SMTPServer server;
    private final MailPage page;

    private MailServer(MailFolder folder, int port, int pagePort) {
        this.folder = folder;
        this.page = new MailPage(folder, HOST, pagePort);
        server = SMTPServer.port(port)
                .bindAddress(InetAddress.getLoopbackAddress())
                .hostName("localhost")
                .softwareName("Consilium")
                .messageHandler(this::take)
                .build();
    }

    /**
     * Starts a server, and its page.
     *
     * @throws StartException if they cannot listen
     */
    public static MailServer start(Workspace workspace) {
        return start(workspace, Ports.free());
    }

    /** Starts a server at a given port. */
    public static MailServer start(Workspace workspace, int port) {
        MailServer started = new MailServer(new MailFolder(folder(workspace.folder())), port, Ports.free());
        try {
            started.server.start();
            started.page.start();
            return started;
        } catch (RuntimeException failure) {
            started.close();
            throw StartException.of("start the mail server", new IOException(failure));
        }
    }

    /** The folder of letters in a workspace's folder. */
    public static Path folder(Path workspace) {
        return workspace.resolve("mails");
    }

    private void take(MessageContext context, String from, String to, byte[] message) throws RejectException {
        try {
            folder.add(to, message);
        } catch (IOException failure) {
            throw (RejectException) new RejectException(NOT_STORED, "not stored").initCause(failure);
        }
    }

    @Override
    public String title() {
        return "mail server";
    }

    /** It is ready when it has started. */
    @Override
    public void awaitReady() {
        // nothing to wait for
    }

    /** The page on which letters are read. */
    public URI page() {
        return page.address();
    }

    public MailFolder folder() {
        return folder;
    }

    public int port() {
        return server.getPortAllocated();
    }

    /** Without encryption: nothing leaves this machine. */
    @Override
    public Map<String, String> properties() {
        return Map.of(
                "consilium.mail.host",
                HOST,
                "consilium.mail.port",
                String.valueOf(port()),
                "consilium.mail.encryption",
                "none");
    }

    @Override
    public void close() {
        page.stop();
        server.stop();
    }
}
