package org.consilium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ejb.EJBException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.servlet.ServletException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import javax.transaction.xa.XAException;
import org.consilium.access.NotFoundException;
import org.consilium.cache.CacheUnavailableException;
import org.consilium.image.ImagesUnavailableException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What went wrong is told by its cause, however deep it lies. */
class FaultTest {

    @ParameterizedTest
    @MethodSource("failures")
    void isKnownByItsCause(Throwable failure, Fault fault) {
        assertThat(Fault.of(failure)).isEqualTo(fault);
        assertThat(Fault.of(new ServletException(new EJBException("wrapped", new RuntimeException(failure)))))
                .isEqualTo(fault);
    }

    static Stream<Arguments> failures() {
        return Stream.of(
                Arguments.of(new NotFoundException(), Fault.NOT_FOUND),
                Arguments.of(new ViewExpiredException("/x.xhtml"), Fault.EXPIRED),
                Arguments.of(new ImagesUnavailableException("away"), Fault.UNAVAILABLE),
                Arguments.of(new CacheUnavailableException(new TimeoutException()), Fault.UNAVAILABLE),
                Arguments.of(new SQLNonTransientConnectionException("gone"), Fault.UNAVAILABLE),
                Arguments.of(new SQLException("link failure", "08S01"), Fault.UNAVAILABLE),
                Arguments.of(
                        new SQLException(
                                "Error in allocating a connection. Cause: In-use connections equal max-pool-size"),
                        Fault.UNAVAILABLE),
                Arguments.of(new XAException(XAException.XAER_RMERR), Fault.UNAVAILABLE),
                Arguments.of(new XAException(XAException.XA_RBDEADLOCK), Fault.UNFORESEEN),
                Arguments.of(new IllegalStateException("GRIZZLY0205: Post too large"), Fault.TOO_LARGE),
                Arguments.of(new SQLException("syntax", "42000"), Fault.UNFORESEEN),
                Arguments.of(new IllegalStateException("bug"), Fault.UNFORESEEN));
    }
}
