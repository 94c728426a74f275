package org.consilium.server.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.Test;

/** The line that a failed start prints. */
class RootCauseTest {
    @Test
    void joinsWhatTheApplicationSaidAndWhatLiesDeepest() {
        Throwable thrown = new ExecutionException(
                new IllegalStateException("the database does not answer", new ConnectException("Connection refused")));
        assertThat(RootCause.line(thrown)).isEqualTo("the database does not answer: Connection refused");
    }

    @Test
    void saysItOnceIfTheApplicationQuotesItsCause() {
        Throwable thrown = new IllegalStateException("no mail: host down", new ConnectException("host down"));
        assertThat(RootCause.line(thrown)).isEqualTo("no mail: host down");
    }

    @Test
    void namesTheExceptionWhereTheMessageAloneSaysNothing() {
        assertThat(RootCause.line(new ClassNotFoundException("org.consilium.X")))
                .isEqualTo("ClassNotFoundException: org.consilium.X");
        assertThat(RootCause.line(new NullPointerException())).isEqualTo("NullPointerException");
    }

    @Test
    void isOneLineOfBoundedLength() {
        String line = RootCause.line(new IllegalStateException("a\n\tb\u001b[31m " + "c".repeat(2000)));
        assertThat(line).startsWith("a b [31m ccc").hasSizeLessThan(510);
    }

    @Test
    void survivesACircleOfCauses() {
        Exception inner = new IllegalStateException("the inner one");
        Exception outer = new IllegalStateException("the outer one", inner);
        inner.initCause(outer);
        assertThat(RootCause.line(outer)).isEqualTo("the outer one: the inner one");
    }

    @Test
    void dropsTheFrameOfPayarasReport() {
        assertThat(RootCause.clean("PlainTextActionReporterFAILUREDescription: deploy AdminCommandno web.xml."
                        + " Please see server.log for more details.\n    [name=probe\n"))
                .isEqualTo("no web.xml.");
    }
}
