package org.consilium.ear.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Trail;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.jspecify.annotations.Nullable;

/** Somebody of the staff who clicks at the same things again and again, and keeps account of it as the trail should. */
final class ClickingPerson {
    /** By which the balancer of the cloud names a request. */
    private static final String TRACE = "X-Amzn-Trace-Id";

    private static final int OK = 200;
    private static final int FOUND = 302;
    private static final int SEE_OTHER = 303;
    private static final int NOT_FOUND = 404;

    /** A click, as the trail should have it. */
    record Click(String request, String step, @Nullable String record) {
        static Click of(Trail.Row row) {
            return new Click(String.valueOf(row.request()), row.step(), row.record());
        }
    }

    /**
     * Something to click at.
     *
     * @param status of the answer; {@link #FOUND} if it is the form for a message on the page that is open
     */
    private record Target(
            String path, int status, String step, @Nullable String record) {}

    private final Person person;
    private final long key;
    private final HttpVisit visit;
    private final List<Target> round = new ArrayList<>();
    private final List<Click> clicks = new CopyOnWriteArrayList<>();
    private final long before;
    private String page = "";

    private ClickingPerson(URI home, Person person) {
        this.person = person;
        key = Records.number("SELECT id FROM account WHERE email = ?", person.email());
        visit = Visitors.signedIn(home, person);
        before = Trail.newest();
    }

    /**
     * Somebody who looks at a consultation of their own and writes to its patient, and tries what is not for them.
     *
     * @param photo of the consultation
     * @param foreign a consultation of another team
     */
    static ClickingPerson clinician(URI home, Person person, String consultation, String photo, String foreign) {
        ClickingPerson clinician = new ClickingPerson(home, person);
        String path = "/consultation/" + consultation;
        clinician.round.addAll(List.of(
                new Target("/queue", OK, "LIST LIST_QUEUE DONE", null),
                new Target(path, OK, "VIEW READ_CONSULTATION DONE", consultation),
                new Target(path, FOUND, "CHANGE WRITE_MESSAGE DONE", consultation),
                new Target("/image/" + photo, OK, "PHOTO SEE_IMAGE DONE", photo),
                new Target("/photo/" + photo + "/original", SEE_OTHER, "ORIGINAL SEE_ORIGINAL_IMAGE DONE", photo),
                new Target("/consultation/" + foreign, NOT_FOUND, "VIEW READ_CONSULTATION REFUSED", foreign),
                new Target(
                        Visitors.search(clinician.visit, "/queue", person.lastName()),
                        OK,
                        "SEARCH LIST_QUEUE DONE",
                        null),
                new Target(path + "/access", OK, "VIEW SEE_ACCESS DONE", consultation),
                new Target("/privacy", NOT_FOUND, "VIEW OPEN_PAGE REFUSED", null)));
        return clinician;
    }

    /**
     * Somebody who watches over the trail, and tries to read a record.
     *
     * @param foreign a consultation
     */
    static ClickingPerson officer(URI home, Person person, String foreign) {
        ClickingPerson officer = new ClickingPerson(home, person);
        officer.round.addAll(List.of(
                new Target("/privacy", OK, "VIEW OPEN_PAGE DONE", null),
                new Target("/privacy/reviews", OK, "LIST LIST_REVIEWS DONE", null),
                new Target("/privacy/emergencies", OK, "LIST LIST_EMERGENCIES DONE", null),
                new Target("/privacy/trail", OK, "LIST READ_TRAIL DONE", null),
                new Target("/consultation/" + foreign, NOT_FOUND, "VIEW OPEN_PAGE REFUSED", foreign),
                new Target("/privacy/proof", OK, "VIEW SEE_PROOF DONE", null)));
        return officer;
    }

    /** Clicks once, at whatever node the balancer chooses. */
    void step() {
        Target target = round.get(clicks.size() % round.size());
        String[] named = named(target.step(), target.record());
        Answer answer = target.status() == FOUND
                ? visit.post(target.path(), HtmlForm.in(page, "reply").with("message", words()), named)
                : visit.get(target.path(), named);
        assertThat(answer.status())
                .as("%s at %s: %s", person.name(), target.path(), answer)
                .isEqualTo(target.status());
        page = answer.body();
    }

    /** Signs out. */
    void leave() {
        assertThat(visit.post("/sign-out", HtmlForm.empty(), named("SIGN_OUT END_VISIT DONE", null))
                        .status())
                .isEqualTo(FOUND);
    }

    private String words() {
        return "Message " + clicks.size();
    }

    /** The header of the next request, of which the trail should say this. */
    private String[] named(String step, @Nullable String record) {
        String request = "journey-" + key + '-' + clicks.size();
        clicks.add(new Click(request, step, record));
        return new String[] {TRACE, "Root=" + request};
    }

    /** Whether everything was clicked at that there is. */
    boolean hasDoneAll() {
        return clicks.size() >= round.size();
    }

    /** The clicks so far, in order. */
    List<Click> clicks() {
        return clicks;
    }

    /** The entries of the trail for them. */
    List<Trail.Row> entries() {
        return Trail.of(key, before);
    }

    @Override
    public String toString() {
        return person.name();
    }
}
