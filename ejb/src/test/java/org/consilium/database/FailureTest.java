package org.consilium.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.SocketTimeoutException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class FailureTest {

    private static Failure of(Exception cause) {
        return Failure.of(new IllegalStateException(new RuntimeException(cause)));
    }

    @Test
    void deadlocksAndLockWaitsAreConflicts() {
        assertThat(of(new SQLException("deadlock", "40001", 1213))).isEqualTo(Failure.CONFLICT);
        assertThat(of(new SQLException("lock wait", "HY000", 1205))).isEqualTo(Failure.CONFLICT);
    }

    @Test
    void lostConnectionsAreAnOutage() {
        assertThat(of(new SQLNonTransientConnectionException("closed"))).isEqualTo(Failure.OUTAGE);
        assertThat(of(new SQLException("Error in allocating a connection. Cause: refused")))
                .isEqualTo(Failure.OUTAGE);
        assertThat(of(new XAException(XAException.XAER_RMERR))).isEqualTo(Failure.OUTAGE);
    }

    @Test
    void aFullPoolIsNone() {
        assertThat(of(new SQLException("Error in allocating a connection. Cause: In-use connections equal max-pool-size"
                        + " and expired max-wait-time. Cannot allocate more connections.")))
                .isEqualTo(Failure.EXHAUSTED);
    }

    @Test
    void whatTheDatabaseRefusesIsNeither() {
        assertThat(of(new SQLException("duplicate", "23000", 1062))).isEqualTo(Failure.OTHER);
    }

    @Test
    void findsTimeoutsBelowTheirSymptoms() {
        SQLException lost = new SQLException("link failure", new SocketTimeoutException("Read timed out"));
        assertThat(Failure.isTimeout(new IllegalStateException(lost))).isTrue();
        assertThat(Failure.isTimeout(new IllegalStateException(new SQLException("reset"))))
                .isFalse();
    }
}
