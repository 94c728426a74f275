package org.consilium.local;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One program that this one has started: its log, when it is ready, how it is stopped, and that it has crashed. */
public final class ChildProcess implements AutoCloseable {
    private static final int POLL_MILLIS = 50;
    private static final int KILLED = 137;
    private static final int HTTP_MILLIS = 3000;

    private final String name;
    private final Process process;
    private final Path log;
    private final Duration grace;
    private final CompletableFuture<ChildProcess> crash = new CompletableFuture<>();
    private volatile boolean ending;
    private volatile boolean paused;

    ChildProcess(String name, Process process, Path log, Duration grace) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.grace = grace;
        var unused = process.onExit().thenAccept(ended -> {
            if (!ending) {
                crash.complete(this);
            }
        });
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** What the program has written so far, to standard output and standard error. */
    public List<String> lines() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw StartException.of("read " + log, e);
        }
    }

    /** Completes with this child when it ends although nobody has asked it to. */
    CompletableFuture<ChildProcess> crash() {
        return crash;
    }

    public void awaitPort(int port, Duration atMost) {
        await("answer on port " + port, () -> Ports.answers(port), atMost);
    }

    void awaitOk(URI address, Duration atMost) {
        await("answer at " + address, () -> isOk(address), atMost);
    }

    /** Waits until the program has written a line that contains the text. */
    public void awaitLine(String text, Duration atMost) {
        await("line \"" + text + "\"", () -> lines().stream().anyMatch(line -> line.contains(text)), atMost);
    }

    /**
     * Waits until the condition holds.
     *
     * @param what completes "no ... within so many seconds"
     * @throws StartException when the program ends, or the time is over
     */
    public void await(String what, BooleanSupplier ready, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(Duration.ofMillis(POLL_MILLIS))) {
                throw new StartException(name + " did not start: " + Diagnosis.ofLog(lines()) + seeLog());
            }
            if (System.nanoTime() > end) {
                throw new StartException("%s: no %s within %d s%s".formatted(name, what, atMost.toSeconds(), seeLog()));
            }
        }
    }

    /** One line on how the program ended, or that it is of no use. */
    String obituary() {
        if (isAlive()) {
            return name + " does not get ready" + seeLog();
        }
        int exitCode = process.exitValue();
        if (exitCode == KILLED) {
            return name + " was killed, by hand or for lack of memory" + seeLog();
        }
        return "%s ended unexpectedly (exit code %d): %s%s"
                .formatted(name, exitCode, Diagnosis.ofLog(lines()), seeLog());
    }

    /** That of a program that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    private String seeLog() {
        return "; see " + log;
    }

    /** Asks the program to end, and does not wait for it. */
    void ask() {
        // asked twice, a node would not finish what it does
        if (!ending) {
            ending = true;
            resume();
            process.destroy();
        }
    }

    /** Asks the program to end, and kills it if it has not ended when its time of grace is over. */
    public void stop() {
        ask();
        if (!endsWithin(grace)) {
            kill();
        }
    }

    /** Ends the program without a chance to put anything in order, as a power cut would. */
    public void kill() {
        ending = true;
        process.destroyForcibly();
        endsWithin(grace);
    }

    /** Lets the program stand still with all its connections open, as a machine that hangs. */
    public void pause() {
        paused = true;
        signal("STOP");
    }

    /** Lets a program that stands still go on. */
    public void resume() {
        if (paused) {
            paused = false;
            signal("CONT");
        }
    }

    private void signal(String signal) {
        try {
            // a shell has kill built in; the program of that name is not on every system
            int exitCode = new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid())
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new StartException("cannot send " + signal + " to " + name);
            }
        } catch (IOException e) {
            throw StartException.of("send " + signal + " to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while signalling " + name, e);
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Waits until the program has ended.
     *
     * @throws StartException when the time is over
     */
    void awaitEnd(Duration atMost) {
        if (!endsWithin(atMost)) {
            throw new StartException("%s has not ended within %d s%s".formatted(name, atMost.toSeconds(), seeLog()));
        }
    }

    private boolean endsWithin(Duration time) {
        try {
            return process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while waiting for " + name, e);
        }
    }

    private static boolean isOk(URI address) {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(HTTP_MILLIS);
            connection.setReadTimeout(HTTP_MILLIS);
            return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
        } catch (IOException e) {
            return false;
        }
    }
}
