package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.junit.jupiter.api.Test;

/** People change their own name: patients and staff, and administrators see it. */
class NameChangeIT {
    private static final String PAGE = "/account/name";

    private final HttpVisit office = Visitors.signedIn(People.administrator().email());
    private final Person nurse = People.nurse(People.GENERAL);
    private final HttpVisit here = Visitors.signedIn(nurse.email());
    private final String name = "Renamed" + nurse.lastName();

    private Answer rename(String first, String last) {
        return here.post(
                PAGE,
                HtmlForm.in(here.get(PAGE).body(), "rename")
                        .with("firstName", first)
                        .with("lastName", last));
    }

    private String found(String search) {
        return office.get(Visitors.search(office, "/people", search)).body();
    }

    @Test
    void theNewNameIsShownAndFoundAndTheFormerOneIsKept() {
        assertThat(rename("Žofia", name).location()).endsWith("/account?done=name-changed");
        assertThat(here.get("/account").body()).contains("Žofia", name);
        assertThat(Visitors.page(here, "/queue").select("header").text()).contains("Žofia " + name);
        assertThat(found("zofia " + name)).contains(nurse.email());
        assertThat(found(nurse.lastName())).doesNotContain(nurse.email());
        assertThat(Visitors.page(office, People.page(nurse)).select("dl").text())
                .contains("Former names", nurse.name());
    }

    @Test
    void somebodyMayHaveOneNameOnly() {
        assertThat(rename("", name).isDone()).isTrue();
        assertThat(Visitors.page(here, "/account").select("dd").eachText()).contains(name);
    }

    @Test
    void theBoundsAreThoseOfTheRegistration() {
        assertThat(rename("Zoe", "").isDone()).isFalse();
        assertThat(rename("Zoe", "\u200b").isDone()).isFalse();
        assertThat(rename("x".repeat(81), name).isDone()).isFalse();
        assertThat(rename("Zoe", "x".repeat(81)).isDone()).isFalse();
        assertThat(found(nurse.lastName())).contains(nurse.email());
    }

    @Test
    void theSameNameIsNoFormerOne() {
        assertThat(rename(nurse.firstName(), nurse.lastName()).isDone()).isTrue();
        assertThat(Visitors.page(office, People.page(nurse)).select("dl").text())
                .doesNotContain("Former names");
    }
}
