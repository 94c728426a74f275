package org.consilium.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the operator asked for.
 *
 * @param ear the application
 * @param host the address to listen on, {@code 0.0.0.0} for all
 * @param port the port to listen on
 * @param portRange how many further ports to try when {@code port} is taken
 * @param rootDirectory where the running configuration goes; {@code null} for a temporary directory
 * @param summary whether to print the "Instance Configuration" that the Arquillian container waits for
 * @param trustProxy whether the X-Forwarded headers come from a proxy that sets them itself
 * @param httpThreads the most requests that are worked on at the same time
 * @param boundedAdmission whether requests are refused when more come than this node can do
 * @param drainDelay how long requests are still accepted after readiness went down
 * @param drainTimeout how long accepted requests may take to finish
 */
record Options(
        Path ear,
        String host,
        int port,
        int portRange,
        @Nullable Path rootDirectory,
        boolean summary,
        boolean trustProxy,
        int httpThreads,
        boolean boundedAdmission,
        Duration drainDelay,
        Duration drainTimeout) {}
