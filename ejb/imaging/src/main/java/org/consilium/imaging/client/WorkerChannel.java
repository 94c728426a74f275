package org.consilium.imaging.client;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/** The standard input and output of a worker process, wherever it runs. */
interface WorkerChannel extends AutoCloseable {

    /** Starts processes. */
    @FunctionalInterface
    interface Launcher {

        /**
         * Starts one.
         *
         * @throws IOException if no process can be started just now
         */
        WorkerChannel launch() throws IOException;
    }

    OutputStream toWorker();

    InputStream fromWorker();

    /** Whether the process still waits for a photo. */
    boolean isAlive();

    /** Ends the process. A thread that reads or writes gets an {@link IOException}. */
    @Override
    void close();
}
