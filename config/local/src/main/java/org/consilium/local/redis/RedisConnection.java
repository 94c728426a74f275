package org.consilium.local.redis;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.net.SocketFactory;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/**
 * One connection to a Redis, for what a test or the run command has to say to it: a command goes out as words, its
 * reply comes back (<a href="https://redis.io/docs/latest/develop/reference/protocol-spec/">RESP2</a>). For one thread.
 */
public final class RedisConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 5000;

    private final Socket socket;
    private final InputStream replies;

    private RedisConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.replies = new BufferedInputStream(socket.getInputStream());
    }

    /** A connection that nobody has signed in to yet. */
    public static RedisConnection open(String host, int port) {
        return open(SocketFactory.getDefault(), host, port);
    }

    /** The same over TLS; the server must be who its certificate says. */
    public static RedisConnection open(SSLSocketFactory factory, String host, int port) {
        return open((SocketFactory) factory, host, port);
    }

    private static RedisConnection open(SocketFactory factory, String host, int port) {
        try {
            Socket socket = factory.createSocket();
            try {
                socket.setSoTimeout(TIMEOUT_MILLIS);
                socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
                secure(socket);
                return new RedisConnection(socket);
            } catch (IOException e) {
                socket.close();
                throw e;
            }
        } catch (IOException e) {
            throw new RedisException("no connection to Redis on " + host + ":" + port + ": " + e.getMessage(), e);
        }
    }

    private static void secure(Socket socket) throws IOException {
        if (socket instanceof SSLSocket tls) {
            SSLParameters parameters = tls.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            tls.setSSLParameters(parameters);
            tls.startHandshake();
        }
    }

    /** Signs in. */
    public RedisConnection as(String user, String password) {
        send("AUTH", user, password);
        return this;
    }

    /**
     * Sends a command and waits for its reply.
     *
     * @return a String, a Long, a List of replies, or null for "there is nothing"
     * @throws RedisException when Redis refuses the command, or does not answer within 5 s
     */
    public @Nullable Object send(String... words) {
        try {
            socket.getOutputStream().write(command(words));
            return reply();
        } catch (IOException e) {
            throw new RedisException("no reply to " + words[0] + ": " + e.getMessage(), e);
        }
    }

    /**
     * Waits for what Redis says unasked, as it does after MONITOR.
     *
     * @throws RedisException when it says nothing for 5 s
     */
    public @Nullable Object next() {
        try {
            return reply();
        } catch (IOException e) {
            throw new RedisException("nothing was said: " + e.getMessage(), e);
        }
    }

    /** The reply as text: {@code null} when there is nothing. */
    public @Nullable String text(String... words) {
        Object reply = send(words);
        return reply == null ? null : reply.toString();
    }

    private static byte[] command(String... words) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(ascii("*" + words.length + "\r\n"));
        for (String word : words) {
            byte[] content = word.getBytes(StandardCharsets.UTF_8);
            bytes.write(ascii("$" + content.length + "\r\n"));
            bytes.write(content);
            bytes.write(ascii("\r\n"));
        }
        return bytes.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private @Nullable Object reply() throws IOException {
        int kind = replies.read();
        String line = line();
        return switch (kind) {
            case '+' -> line;
            case ':' -> Long.valueOf(line);
            case '$' -> bulk(Integer.parseInt(line));
            case '*' -> array(Integer.parseInt(line));
            case '-' -> throw new RedisException(line);
            default -> throw new IOException("this is not Redis");
        };
    }

    private String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = replies.read(); next != '\r'; next = replies.read()) {
            if (next < 0) {
                throw new EOFException("the connection is closed");
            }
            line.write(next);
        }
        replies.skipNBytes(1);
        return line.toString(StandardCharsets.UTF_8);
    }

    private @Nullable String bulk(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        byte[] content = replies.readNBytes(length);
        replies.skipNBytes(2);
        return new String(content, StandardCharsets.UTF_8);
    }

    private @Nullable List<@Nullable Object> array(int length) throws IOException {
        if (length < 0) {
            return null;
        }
        List<@Nullable Object> all = new ArrayList<>();
        for (int i = 0; i < length; i++) {
            all.add(reply());
        }
        return all;
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new RedisException("cannot close the connection: " + e.getMessage(), e);
        }
    }
}
