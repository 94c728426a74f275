package org.consilium.server.session;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.security.enterprise.CallerPrincipal;
import java.security.Principal;
import java.util.Map;
import java.util.Optional;
import org.consilium.server.session.store.SessionTimes;
import org.consilium.server.session.store.StoredSession;
import org.junit.jupiter.api.Test;

class SavedStateTest {
    private static final Principal ANN = new CallerPrincipal("ann");
    private static final Principal BEN = new CallerPrincipal("ben");
    private static final long BEGAN = 2000;

    private final SavedState saved = new SavedState(
            new AttributeCodec(new PlainStreams(), SavedStateTest.class::getClassLoader, new AllowedClasses(null)));

    @Test
    void aNewSessionBeginsNow() {
        assertThat(saved.began(null)).isZero();
        assertThat(saved.began(ANN)).isZero();
    }

    @Test
    void aSessionBeginsWhenAnAccountSignsInToIt() {
        load("");
        assertThat(saved.began(null)).isEqualTo(BEGAN);
        assertThat(saved.began(ANN)).isZero();
    }

    @Test
    void aSessionBeginsAgainForAnotherAccountAlone() {
        load("ann");
        assertThat(saved.began(BEN)).isZero();
        saved.callerChanged();
        assertThat(saved.began(ANN)).as("signed in once more").isEqualTo(BEGAN);
        saved.forget();
        assertThat(saved.began(ANN)).as("with another id").isEqualTo(BEGAN);
        assertThat(saved.began(null)).as("signed out").isEqualTo(BEGAN);
    }

    private void load(String account) {
        SessionTimes times = new SessionTimes(1000, BEGAN, 3000, 60, 9000, 4000);
        assertThat(saved.load(new StoredSession(Map.of(), times, "1", Optional.empty(), account)))
                .isEmpty();
    }
}
