package org.consilium.ear.http;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.consilium.access.Action;
import org.consilium.access.Relation;
import org.consilium.access.Role;
import org.consilium.ear.http.RelationCast.Visitor;
import org.consilium.ear.stand.People;
import org.consilium.imaging.Rendition;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;

/** Requests to every address about a record, with the action that each needs and those who reach the record. */
record RelationMatrix(RelationCast cast) {

    /** Of a consultation, and of what it contains. */
    static final Predicate<Visitor> CARE =
            by(Relation.SELF, Relation.CARE_TEAM, Relation.COVER, Relation.ASKED_IN, Relation.EMERGENCY);

    static final Predicate<Visitor> SELF = by(Relation.SELF);
    private static final Predicate<Visitor> ADMINISTRATION = by(Relation.ADMINISTRATION);
    private static final Predicate<Visitor> OVERSIGHT = by(Relation.OVERSIGHT);

    private static Predicate<Visitor> by(Relation... relations) {
        return visitor -> Arrays.asList(relations).contains(visitor.relation());
    }

    /**
     * A request about a record.
     *
     * @param address as the application declares it
     * @param action that it needs
     * @param reaching the record
     */
    record Row(
            String address,
            Action action,
            String record,
            Predicate<Visitor> reaching,
            Function<HttpVisit, Answer> request) {

        boolean isFor(Visitor visitor) {
            return reaching.test(visitor) && visitor.may(action);
        }

        boolean isAboutCare() {
            return reaching.equals(CARE);
        }

        /** How far an upload has come is asked again and again. */
        boolean leavesEntry() {
            return action.isOnRecord() && action != Action.FOLLOW_UPLOAD;
        }
    }

    List<Row> rows() {
        return Stream.of(pages(), photos(), uploads(), steps())
                .flatMap(rows -> rows)
                .toList();
    }

    private Stream<Row> pages() {
        String account = StaffEntries.id(cast.patient());
        String finding = People.finding(People.nurse(People.SKIN), cast.patient());
        String question = People.question(cast.patient());
        return Stream.of(
                page("/consultation/*", Action.READ_CONSULTATION, cast.consultation(), CARE),
                page("/consultation/*/access", Action.SEE_ACCESS, cast.consultation(), CARE),
                page("/image/*", Action.SEE_IMAGE, cast.photo(), CARE),
                page("/people/*", Action.SEE_PERSON, account, ADMINISTRATION),
                page("/emergency/*", Action.LIST_IN_EMERGENCY, cast.emergency(), RelationMatrix::hasOpenedIt),
                page("/privacy/emergencies/*", Action.READ_EMERGENCY, cast.emergency(), OVERSIGHT),
                page("/privacy/reviews/*", Action.READ_REVIEW, finding, OVERSIGHT),
                page("/privacy/questions/*", Action.SEE_QUESTION, question, OVERSIGHT),
                page("/privacy/disclosures/*", Action.LIST_DISCLOSURES, account, OVERSIGHT));
    }

    private static Row page(String address, Action action, String record, Predicate<Visitor> reaching) {
        return get(address, address.replace("*", record), action, record, reaching);
    }

    private static Row get(String address, String path, Action action, String record, Predicate<Visitor> reaching) {
        return new Row(address, action, record, reaching, visit -> visit.get(path));
    }

    private static boolean hasOpenedIt(Visitor visitor) {
        return visitor.role() == Role.DOCTOR && visitor.relation() == Relation.EMERGENCY;
    }

    private Stream<Row> photos() {
        String path = "/photo/" + cast.photo() + "/";
        Stream<Row> renditions = Arrays.stream(Rendition.values())
                .map(rendition -> path + rendition.name().toLowerCase(Locale.ROOT))
                .map(rendition -> photo(rendition, Action.SEE_IMAGE));
        return Stream.concat(
                renditions,
                Stream.of(
                        photo(path + "original", Action.SEE_ORIGINAL_IMAGE),
                        // of the page of somebody else
                        photo(cast.look(cast.asColleague()), Action.SEE_IMAGE),
                        get(
                                "/photo/*",
                                "/photo/" + cast.loosePhoto() + "/display",
                                Action.SEE_IMAGE,
                                cast.loosePhoto(),
                                SELF)));
    }

    private Row photo(String path, Action action) {
        return get("/photo/*", path, action, cast.photo(), CARE);
    }

    private Stream<Row> uploads() {
        byte[] picture = SamplePhotos.disc(40, 30, Color.GRAY);
        return Stream.of(
                new Row(
                        "POST /photos",
                        Action.UPLOAD_IMAGE_INTO,
                        cast.consultation(),
                        CARE,
                        visit -> Uploads.ticket(visit, picture, cast.consultation())),
                upload("GET", Action.FOLLOW_UPLOAD, cast.loosePhoto()),
                upload("POST", Action.FINISH_IMAGE, cast.loosePhoto()),
                upload("DELETE", Action.DISCARD_IMAGE, cast.begunPhoto()));
    }

    /** Of the patient, who has not sent it in a message yet. */
    private static Row upload(String method, Action action, String photo) {
        return new Row(
                method + " /photos/{id: .+}",
                action,
                photo,
                SELF,
                visit -> visit.send(method, "/photos/" + photo, "", "Sec-Fetch-Site", "same-origin"));
    }

    /** The emergency access is that of a clinician who is not among the visitors: nobody else ends it. */
    private Stream<Row> steps() {
        String emergency = People.emergency(People.nurse(People.SKIN), cast.patient());
        HtmlForm unread = HtmlForm.empty().withParameter("consultation", cast.consultation());
        return Stream.of(
                new Row(
                        "/unread/*",
                        Action.MARK_UNREAD,
                        cast.consultation(),
                        CARE,
                        visit -> visit.post("/unread/queue", unread)),
                new Row(
                        "/end/*",
                        Action.END_EMERGENCY,
                        emergency,
                        visitor -> false,
                        visit -> visit.post("/end/emergency/" + emergency, HtmlForm.empty())));
    }
}
