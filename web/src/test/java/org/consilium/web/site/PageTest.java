package org.consilium.web.site;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.access.Role;
import org.consilium.consultation.ConsultationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each address has one page, and what is no address of ours leads nowhere. */
class PageTest {

    @ParameterizedTest
    @CsvSource({
        "/, LANDING",
        "/sign-in, SIGN_IN",
        "/consultation/new, NEW_CONSULTATION",
        "/consultation/dO3k_t-9a, CONSULTATION",
        "/queue, QUEUE"
    })
    void leadsToItsPage(String path, Page page) {
        assertThat(Page.at(path)).contains(page);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/consultation",
                "/consultation/",
                "/consultation/a/b",
                "/consultation/list.xhtml/x",
                "/queue/",
                "/queue.xhtml",
                "/WEB-INF/web.xml",
                "//sign-in"
            })
    void leadsNowhereElse(String path) {
        assertThat(Page.at(path)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "/queue/, /queue",
        "/consultation/dO3k_t-9a/, /consultation/dO3k_t-9a",
        "/consultation/dO3k_t-9a., /consultation/dO3k_t-9a",
        "/invitation), /invitation",
        "/Sign-In, /sign-in",
        "/Consultation/New/, /consultation/new",
        "//, /"
    })
    void knowsWhatWasMeant(String path, String meant) {
        assertThat(Page.meant(path)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/", "/queue", "/consultation/dO3k_t-9a", "//queue/", "/nowhere/", "/queue/x/", "/queue.xhtml"})
    void meansNothingElse(String path) {
        assertThat(Page.meant(path)).isEmpty();
    }

    @Test
    void namesTheRecordOfItsAddress() {
        assertThat(Page.CONSULTATION.recordIn("/consultation/abc")).isEqualTo("abc");
        assertThat(Page.QUEUE.recordIn("/queue")).isNull();
        assertThat(Page.CONSULTATION.idIn("/consultation/abc")).isEqualTo(new ConsultationId("abc"));
        assertThat(Page.QUEUE.idIn("/queue")).isNull();
    }

    /** Otherwise a refusal to open it would not name the record in the audit trail. */
    @ParameterizedTest
    @EnumSource
    void knowsWhichKindOfRecordItIsAbout(Page page) {
        assertThat(page.idIn(page.of("abc")) != null).isEqualTo(page.path().contains("*"));
    }

    @ParameterizedTest
    @EnumSource
    void leadsEveryRoleToAPageOfItsOwn(Role role) {
        assertThat(Page.homeOf(role).isOpenTo(role)).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://elsewhere.example",
                "//elsewhere.example",
                "/\\elsewhere.example",
                "/nowhere",
                "javascript:alert(1)"
            })
    void goesOnToPagesOfOursAlone(@Nullable String wish) {
        assertThat(Continuation.of(wish, Page.QUEUE)).isEqualTo("/queue");
    }

    /** A link of a colleague, or one that somebody else on this computer was on the way to. */
    @ParameterizedTest
    @CsvSource({
        "/queue, PATIENT, /consultations",
        "/people, DOCTOR, /queue",
        "/consultation/new, NURSE, /queue",
        "/approvals?x=y, PATIENT, /consultations",
        "/queue?view=MINE, NURSE, /queue?view=MINE",
        "/consultation/abc, PATIENT, /consultation/abc"
    })
    void goesOnToAPageForTheRole(String wish, Role role, String page) {
        assertThat(Continuation.of(wish, role)).isEqualTo(page);
    }

    @Test
    void goesOnWhereThePersonWantedTo() {
        assertThat(Continuation.of("/consultation/abc", Page.QUEUE)).isEqualTo("/consultation/abc");
        assertThat(Continuation.of("/queue?view=MINE&after=x", Page.LANDING)).isEqualTo("/queue?view=MINE&after=x");
        assertThat(Continuation.of("/nowhere?x=/queue", Page.LANDING)).isEqualTo("/");
        assertThat(Continuation.of("/queue?view=\r\nX: y", Page.LANDING)).isEqualTo("/queue?view=%0D%0AX%3A+y");
    }
}
