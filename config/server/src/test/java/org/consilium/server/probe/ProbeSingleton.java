package org.consilium.server.probe;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;

/** Tells of its life on standard output and error, as a library that knows no logger does. */
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
