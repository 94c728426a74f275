package org.consilium.local.process;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** A program that this process has started: waits until it is ready, stops it, reads its log and notices a crash. */
public final class ChildProcess implements AutoCloseable {
    private static final Duration POLL_INTERVAL = Duration.ofMillis(50);
    private static final Duration HTTP_TIMEOUT = Duration.ofSeconds(3);
    /** 128 + SIGKILL. */
    private static final int KILLED = 137;

    private final String name;
    private final Process process;
    private final Path log;
    private final Duration gracePeriod;
    private final CompletableFuture<ChildProcess> crash = new CompletableFuture<>();
    private volatile boolean stopping;
    private volatile boolean paused;

    ChildProcess(String name, Process process, Path log, Duration gracePeriod) {
        this.name = name;
        this.process = process;
        this.log = log;
        this.gracePeriod = gracePeriod;
        var unused = process.onExit().thenAccept(ended -> {
            if (!stopping) {
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

    /** The program's output so far, standard output and standard error together. */
    public List<String> lines() {
        try {
            return new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw StartException.of("read " + log, e);
        }
    }

    /** Completes with this child when it ends without having been stopped. */
    CompletableFuture<ChildProcess> crash() {
        return crash;
    }

    public void awaitPort(int port, Duration atMost) {
        await("answer on port " + port, () -> Ports.answers(port), atMost);
    }

    /** Waits until the answer at the address is 200. */
    public void awaitOk(URI address, Duration atMost) {
        await("answer at " + address, () -> HttpProbe.isOk(address, HTTP_TIMEOUT), atMost);
    }

    /** Waits until a line of the output contains the text. */
    public void awaitLine(String text, Duration atMost) {
        await("line \"" + text + "\"", () -> lines().stream().anyMatch(line -> line.contains(text)), atMost);
    }

    /**
     * Waits until the condition holds.
     *
     * @param what for the message "no ... within 10 s"
     * @throws StartException if the program ends first, or the time is up
     */
    public void await(String what, BooleanSupplier ready, Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        while (!ready.getAsBoolean()) {
            if (endsWithin(POLL_INTERVAL)) {
                throw new StartException(name + " did not start: " + Diagnosis.ofLog(lines()) + seeLog());
            }
            if (System.nanoTime() > end) {
                throw new StartException("%s: no %s within %d s%s".formatted(name, what, atMost.toSeconds(), seeLog()));
            }
        }
    }

    /** One line that says how the program failed: it ended, or never became ready. */
    public String failure() {
        if (isAlive()) {
            return name + " did not become ready" + seeLog();
        }
        int exitCode = process.exitValue();
        if (exitCode == KILLED) {
            return name + " was killed, by hand or because memory ran out" + seeLog();
        }
        return "%s ended unexpectedly (exit code %d): %s%s"
                .formatted(name, exitCode, Diagnosis.ofLog(lines()), seeLog());
    }

    /** The exit code of a program that has ended. */
    public int exitCode() {
        return process.exitValue();
    }

    private String seeLog() {
        return "; see " + log;
    }

    /** Asks the program to end, without waiting for it. */
    public void requestStop() {
        // a node that gets a second SIGTERM does not finish its requests
        if (!stopping) {
            stopping = true;
            resume();
            process.destroy();
        }
    }

    /** Asks the program to end, and kills it if it is still running after its grace period. */
    public void stop() {
        requestStop();
        if (!endsWithin(gracePeriod)) {
            kill();
        }
    }

    /** Ends the program at once, without any cleanup, like a power failure. */
    public void kill() {
        stopping = true;
        process.destroyForcibly();
        endsWithin(gracePeriod);
    }

    /** Freezes the program with all its connections open, like a machine that hangs. */
    public void pause() {
        paused = true;
        Signal.STOP.sendTo(name, pid());
    }

    /** Lets a paused program go on. */
    public void resume() {
        if (paused) {
            paused = false;
            Signal.CONT.sendTo(name, pid());
        }
    }

    @Override
    public void close() {
        stop();
    }

    /**
     * Waits until the program has ended.
     *
     * @throws StartException if the time is up first
     */
    public void awaitEnd(Duration atMost) {
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
}
