package org.consilium.testing.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A form that is sent in pieces, over a connection of its own: a test looks at the server in between. */
public final class PiecewiseRequest implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final byte[] body;
    private int sent;

    private PiecewiseRequest(Socket socket, byte[] body) {
        this.socket = socket;
        this.body = body;
    }

    /**
     * Sends the head of the request, and nothing of the form yet.
     *
     * @param headers names and values in turn
     */
    public static PiecewiseRequest post(URI address, HtmlForm form, String... headers) {
        byte[] body = form.content();
        StringBuilder head = new StringBuilder("POST " + address.getRawPath());
        head.append(address.getRawQuery() == null ? "" : "?" + address.getRawQuery())
                .append(" HTTP/1.1\r\nHost: ")
                .append(address.getAuthority())
                .append("\r\nConnection: close\r\nContent-Type: ")
                .append(form.contentType())
                .append("\r\nContent-Length: ")
                .append(body.length);
        for (int i = 0; i < headers.length; i += 2) {
            head.append("\r\n").append(headers[i]).append(": ").append(headers[i + 1]);
        }
        try {
            Socket socket = new Socket(address.getHost(), address.getPort());
            socket.setSoTimeout(TIMEOUT_MILLIS);
            socket.getOutputStream().write(head.append("\r\n\r\n").toString().getBytes(StandardCharsets.US_ASCII));
            return new PiecewiseRequest(socket, body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends the first half of the form. */
    public PiecewiseRequest sendHalf() {
        send(body.length / 2);
        return this;
    }

    /** Sends all the rest, and returns the whole response. */
    public String sendRest() {
        send(body.length);
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void send(int end) {
        try {
            socket.getOutputStream().write(Arrays.copyOfRange(body, sent, end));
            sent = end;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Closes the connection, whatever has been sent. */
    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
