package org.consilium.server.probe;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Prints its start and end to standard output and error, like a library without a logger. */
@Singleton
@Startup
public class ProbeSingleton {
    @PostConstruct
    void created() {
        System.out.println("probe created\nwith a \"second\" line");
        System.err.println("probe complains");
    }

    @PreDestroy
    void destroyed() {
        System.out.println("probe destroyed");
    }
}
