package org.consilium.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestTrailTest {
    private final List<String> taken = new ArrayList<>();

    @BeforeEach
    void open() {
        RequestTrail.open(new Origin("192.0.2.1", null, "request"));
    }

    @AfterEach
    void close() {
        RequestTrail.close();
    }

    @Test
    void aViewIsTakenOnce() {
        RequestTrail.view("page", () -> taken.add("page"));
        RequestTrail.view("page", () -> taken.add("page"));
        RequestTrail.view("photo", () -> taken.add("photo"));
        assertThat(taken).containsExactly("page", "photo");
    }

    @Test
    void aViewThatCouldNotBeTakenIsTriedAgain() {
        assertThatThrownBy(() -> RequestTrail.view("page", () -> {
                    throw new IllegalStateException("the primary does not answer");
                }))
                .isInstanceOf(IllegalStateException.class);
        RequestTrail.view("page", () -> taken.add("page"));
        assertThat(taken).containsExactly("page");
    }

    @Test
    void whatIsReadForAFormIsAViewIfThePageIsWritten() {
        RequestTrail.handlesForm();
        RequestTrail.view("page", () -> taken.add("page"));
        assertThat(taken).isEmpty();
        RequestTrail.writesPage();
        assertThat(taken).containsExactly("page");
    }
}
