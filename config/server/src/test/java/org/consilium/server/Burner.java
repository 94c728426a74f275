package org.consilium.server;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Processes that use all the CPU time they can get. Each ends by itself after two minutes. */
public final class Burner implements AutoCloseable {
    private final List<Process> processes = new ArrayList<>();

    private Burner() {}

    /** Starts the given number of processes on one processor. */
    public static Burner on(int processor, int count) throws IOException {
        Burner burner = new Burner();
        for (int i = 0; i < count; i++) {
            List<String> command = new ArrayList<>(prefix(processor));
            command.addAll(List.of("timeout", "120", "sh", "-c", "while :; do :; done"));
            burner.processes.add(new ProcessBuilder(command).start());
        }
        return burner;
    }

    /** Linux divides a processor between sessions (sched(7), autogroups), or else between threads. */
    static List<String> prefix(int processor) {
        return List.of("setsid", "taskset", "-c", Integer.toString(processor));
    }

    /** Ends the processes; {@code timeout} passes the signal on. */
    @Override
    public void close() {
        for (Process process : processes) {
            process.destroy();
            process.onExit().join();
        }
    }
}
