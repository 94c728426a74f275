package org.consilium.server;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * The options of this run.
 *
 * @param ear the application to deploy
 * @param host the address to listen on, {@code 0.0.0.0} for all
 * @param port the port to listen on
 * @param portRange how many further ports to try if {@code port} is taken
 * @param rootDirectory where the running configuration goes; {@code null} for a temporary directory
 * @param summary whether to print the "Instance Configuration" that the Arquillian container waits for
 * @param trustProxy whether a proxy sets the X-Forwarded headers
 * @param httpThreads the threads of the listener, at most half of which serve requests
 * @param boundedAdmission whether requests are refused if there are more than this node can serve
 * @param drainDelay how long new connections are accepted after readiness went down
 * @param drainTimeout how long requests in flight may take to finish
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
