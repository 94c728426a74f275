package org.consilium.server.probe;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.SessionScoped;
import java.io.Serial;
import java.io.Serializable;

/** A bean of CDI's session scope. */
@SessionScoped
public class VisitCount implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private int visits;

    /** Adds one. */
    public int count() {
        return ++visits;
    }

    public int visits() {
        return visits;
    }

    @PreDestroy
    void end() {
        System.out.println("bean destroyed after " + visits);
    }
}
