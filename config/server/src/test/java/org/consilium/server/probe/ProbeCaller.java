package org.consilium.server.probe;

import jakarta.security.enterprise.CallerPrincipal;
import java.io.Serial;
import java.io.Serializable;

/** A principal with more than a name. Its class is in the library folder of the EAR. */
public class ProbeCaller extends CallerPrincipal implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private final String title;

    public ProbeCaller(String name, String title) {
        super(name);
        this.title = title;
    }

    public String title() {
        return title;
    }
}
