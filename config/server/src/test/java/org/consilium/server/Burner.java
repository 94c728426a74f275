package org.consilium.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that take from a processor all that they can get; each ends by itself after two minutes. */
public final class Burner implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    private Burner() {}

    /** So many on one processor. */
    public static Burner on(int processor, int count) throws IOException {
        Burner burner = new Burner();
        for (int i = 0; i < count; i++) {
            List<String> command = new ArrayList<>(prefix(processor));
            command.addAll(List.of("timeout", "120", "sh", "-c", "while :; do :; done"));
            burner.processes.add(new ProcessBuilder(command).start());
        }
        return burner;
    }

    /** Linux shares a processor between sessions (sched(7), autogroups), or else between threads. */
    static List<String> prefix(int processor) {
        return List.of("setsid", "taskset", "-c", Integer.toString(processor));
    }

    /** Ends them; {@code timeout} hands the signal on. */
    @Override
    public void close() {
        for (Process process : processes) {
            process.destroy();
            process.onExit().join();
        }
    }
}
