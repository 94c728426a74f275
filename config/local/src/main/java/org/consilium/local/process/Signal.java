package org.consilium.local.process;

import java.io.IOException;

/** A POSIX signal that Java cannot send by itself. */
enum Signal {
    /** Stops the process until {@link #CONT}; its connections stay open. */
    STOP,
    CONT;

    void sendTo(String name, long pid) {
        try {
            // kill is built into every shell; the program of that name is not on every system
            int exitCode = new ProcessBuilder("sh", "-c", "kill -" + this + " " + pid)
                    .start()
                    .waitFor();
            if (exitCode != 0) {
                throw new StartException("cannot send SIG" + this + " to " + name);
            }
        } catch (IOException e) {
            throw StartException.of("send SIG" + this + " to " + name, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException("interrupted while sending SIG" + this + " to " + name, e);
        }
    }
}
