package org.consilium.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The distribution as a separate process, started by its script. */
public final class ServerProcess implements AutoCloseable {
    private static final Path DIST = Path.of(System.getProperty("consilium.dist", "target/dist"));
    private static final long TIMEOUT_SECONDS = 120;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final List<String> out = new ArrayList<>();
    private final List<String> err = new ArrayList<>();
    private final List<Thread> readers = new ArrayList<>();
    private final Process process;
    private final int port;

    private ServerProcess(Process process, int port) {
        this.process = process;
        this.port = port;
        readers.add(read(process.getInputStream(), out));
        readers.add(read(process.getErrorStream(), err));
    }

    /** Starts it on a free port. */
    public static ServerProcess start(Path temporary, Map<String, String> environment, String... arguments)
            throws IOException {
        return startOn(freePort(), temporary, environment, arguments);
    }

    public static ServerProcess startOn(int port, Path temporary, Map<String, String> environment, String... arguments)
            throws IOException {
        return start(List.of(), port, temporary, environment, arguments);
    }

    /** The same, with its output to a full disk: Linux's /dev/full. */
    static ServerProcess startWithFullDisk(Path temporary, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> shell = List.of("sh", "-c", "exec \"$0\" \"$@\" > /dev/full 2>&1");
        return start(shell, freePort(), temporary, environment, arguments);
    }

    /** The same on one processor, in its own session: another session there gets as much CPU time. */
    public static ServerProcess startOnProcessor(
            int processor, Path temporary, Map<String, String> environment, String... arguments) throws IOException {
        return start(Burner.prefix(processor), freePort(), temporary, environment, arguments);
    }

    private static ServerProcess start(
            List<String> prefix, int port, Path temporary, Map<String, String> environment, String... arguments)
            throws IOException {
        List<String> command = new ArrayList<>(prefix);
        command.addAll(List.of(DIST.resolve("bin/consilium-server").toString(), "--port", Integer.toString(port)));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("CONSILIUM_HEAP", "384m");
        builder.environment()
                .put("CONSILIUM_JAVA_OPTS", "-XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Djava.io.tmpdir=" + temporary);
        builder.environment().put("CONSILIUM_SESSIONS", "memory");
        builder.environment().putAll(environment);
        return new ServerProcess(builder.start(), port);
    }

    public static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    public int port() {
        return port;
    }

    /** Waits for the first line of standard output that contains the text. */
    public String awaitLine(String text) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(TIMEOUT_SECONDS);
        synchronized (out) {
            while (true) {
                for (String line : out) {
                    if (line.contains(text)) {
                        return line;
                    }
                }
                long left = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime());
                if (left <= 0 || !readers.get(0).isAlive()) {
                    throw new AssertionError(
                            "no line with '" + text + "' in\n" + String.join("\n", out) + "\n" + err());
                }
                out.wait(Math.min(left, 1000));
            }
        }
    }

    public List<String> out() {
        synchronized (out) {
            return List.copyOf(out);
        }
    }

    /** Its output until now, complete: a line may be written after the response of its request. */
    public List<String> settledOut() throws IOException, InterruptedException {
        String mark = "/mark-" + System.nanoTime();
        get(mark);
        awaitLine(mark);
        return out();
    }

    public List<String> err() {
        synchronized (err) {
            return List.copyOf(err);
        }
    }

    public HttpResponse<String> get(String path, String... headers) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString(StandardCharsets.ISO_8859_1));
    }

    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + port + path);
    }

    HttpClient client() {
        return client;
    }

    /**
     * SIGTERM; through the handle, as {@link Process#destroy} would stop reading what the server writes from then on.
     */
    public void terminate() {
        process.toHandle().destroy();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Kills it, as a power cut would. */
    public void kill() {
        process.toHandle().destroyForcibly();
        process.onExit().join();
    }

    /** Pauses the process, or continues it. */
    public void freeze(boolean frozen) throws IOException, InterruptedException {
        int done = new ProcessBuilder("kill", frozen ? "-STOP" : "-CONT", Long.toString(process.pid()))
                .start()
                .waitFor();
        if (done != 0) {
            throw new IOException("kill ended with " + done);
        }
    }

    /** The exit code, after all output has been read. */
    public int exitCode() throws InterruptedException {
        if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("still running\n" + String.join("\n", out()));
        }
        for (Thread reader : readers) {
            reader.join();
        }
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }

    private static Thread read(InputStream stream, List<String> lines) {
        Thread thread = new Thread(() -> {
            try (BufferedReader reader = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
                for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                    synchronized (lines) {
                        lines.add(line);
                        lines.notifyAll();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        thread.setDaemon(true);
        thread.start();
        return thread;
    }
}
