package org.consilium.machine.stand;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries everything that a photo in control of a decoder would try: Intruder {@code <the server's process id> <its
 * database's port>}. Prints a line for each attempt, with {@code open} or {@code closed}. It runs in the image, without
 * a class path but its own.
 */
public final class Intruder {

    private static final int TIMEOUT = (int) Duration.ofSeconds(2).toMillis();

    /** Throws an exception if it fails. */
    @FunctionalInterface
    private interface Attempt {
        void run() throws Exception;
    }

    private Intruder() {}

    public static void main(String[] arguments) throws IOException {
        String server = arguments[0];
        files(server);
        connections(Integer.parseInt(arguments[1]));
        attempt("another process", () -> {
            try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
                long own = ProcessHandle.current().pid();
                require(processes
                        .map(path -> path.getFileName().toString())
                        .anyMatch(name -> name.matches("[0-9]+") && !name.equals(String.valueOf(own))));
            }
        });
        attempt(
                "a program",
                () -> require(
                        new ProcessBuilder("/bin/sh", "-c", "exit 0").start().waitFor() == 0));
        report("environment", System.getenv().toString());
        status();
    }

    private static void files(String server) {
        for (String file : List.of(
                "/run/consilium/node.properties",
                "/etc/consilium/consilium.conf",
                "/etc/passwd",
                "/opt/consilium/consilium.ear",
                "/var/log",
                "/proc/" + server + "/environ",
                "/proc/" + server + "/cmdline")) {
            attempt("read " + file, () -> read(Path.of(file)));
        }
        for (String folder : List.of("/var/tmp", "/tmp", "/dev/shm")) {
            attempt("write to " + folder, () -> Files.delete(Files.createTempFile(Path.of(folder), "intruder", null)));
        }
    }

    private static void read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            try (Stream<Path> entries = Files.list(file)) {
                require(entries.count() >= 0);
            }
            return;
        }
        try (InputStream content = Files.newInputStream(file)) {
            content.read();
        }
    }

    private static void connections(int database) {
        connection("the server", "127.0.0.1", 8080);
        connection("the database", "127.0.0.1", database);
        connection("the metadata service", "169.254.169.254", 80);
        attempt("listen", () -> new ServerSocket(0, 1, InetAddress.getLoopbackAddress()).close());
        for (String socket : List.of("/run/dbus/system_bus_socket", "/run/consilium-decoder.socket")) {
            attempt(
                    "connect to " + socket,
                    () -> SocketChannel.open(UnixDomainSocketAddress.of(socket)).close());
        }
    }

    private static void connection(String to, String host, int port) {
        attempt("connect to " + to, () -> {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(host, port), TIMEOUT);
            }
        });
    }

    private static void status() throws IOException {
        for (String namespace : List.of("net", "mnt", "pid", "ipc", "user")) {
            Path link = Path.of("/proc/self/ns", namespace);
            report("namespace", Files.readSymbolicLink(link).toString());
        }
        Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.matches("(NoNewPrivs|Seccomp|CapEff|CapBnd):.*"))
                .forEach(line -> report("status", line.replaceAll("\\s+", " ")));
    }

    private static void require(boolean condition) throws IOException {
        if (!condition) {
            throw new IOException("nothing there");
        }
    }

    private static void attempt(String what, Attempt attempt) {
        try {
            attempt.run();
            report("open", what);
        } catch (Exception | LinkageError refused) {
            report("closed", what + ": " + refused);
        }
    }

    private static void report(String kind, String what) {
        System.out.println(kind + ": " + what);
    }
}
