package org.consilium.emergency;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;

/** Validates the times of emergency accesses when the node starts. */
@Singleton
@Startup
public class EmergencyStart {

    @Inject
    private EmergencyTimes times;

    @PostConstruct
    void validate() {
        times.read();
    }
}
