package org.consilium.ear.growth;

import java.util.List;
import java.util.function.Function;
import org.consilium.ear.stand.Visitors;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A page whose cost is compared between a small and a large database.
 *
 * @param who the e-mail address of its visitor
 * @param address of a hospital's data, for a visit
 * @param shown how many rows of tables a page shows
 */
record GrowingPage(String name, Function<GrowthData, String> who, Address address, Function<Document, Integer> shown) {

    /** Where the page is. */
    @FunctionalInterface
    interface Address {
        String of(GrowthData data, HttpVisit visit);
    }

    /** A consultation, its patient, its clinician, and how much of it was read. */
    private static final int TABLES_OF_LISTED = 4;

    /** A message with its author, or a photo with its place in a message. */
    private static final int TABLES_OF_ENTRY = 2;

    /** A consultation, its team, its patient as a person and as a patient, its clinician, and how much was read. */
    private static final int TABLES_OF_RECORD = 6;

    /** A photo, its place in a message, that message, and its consultation. */
    private static final int TABLES_OF_MOMENT = 4;

    static List<GrowingPage> all() {
        return List.of(
                thread("a thread of 10 messages", GrowthData.SHORT_THREAD),
                thread("a thread of 100,000 messages", GrowthData.LONG_THREAD),
                list("own consultations, a few", GrowthData::patient, "/consultations"),
                list("own consultations, hundreds", data -> GrowthData.FREQUENT_PATIENT, "/consultations"),
                following("own consultations, following", GrowthData.FREQUENT_PATIENT, "/consultations"),
                queue("WAITING"),
                queue("MINE"),
                queue("TEAM"),
                queue("CLOSED"),
                following("queue, TEAM, following", GrowthData.CLINICIAN, "/queue?view=TEAM"),
                following("queue, CLOSED, following", GrowthData.CLINICIAN, "/queue?view=CLOSED"),
                list("queue, TEAM, severe", data -> GrowthData.CLINICIAN, "/queue?view=TEAM&severity=SEVERE"),
                list("queue, CLOSED, severe", data -> GrowthData.CLINICIAN, "/queue?view=CLOSED&severity=SEVERE"),
                list("queue, WAITING, three teams", data -> GrowthData.CLINICIAN_OF_THREE_TEAMS, "/queue?view=WAITING"),
                list("queue, TEAM, three teams", data -> GrowthData.CLINICIAN_OF_THREE_TEAMS, "/queue?view=TEAM"),
                list("queue, CLOSED, three teams", data -> GrowthData.CLINICIAN_OF_THREE_TEAMS, "/queue?view=CLOSED"),
                new GrowingPage(
                        "queue, CLOSED, a patient's name",
                        data -> GrowthData.CLINICIAN,
                        (data, visit) -> Visitors.search(visit, "/queue?view=CLOSED", data.lastName()),
                        GrowingPage::listed),
                new GrowingPage(
                        "a photo",
                        data -> GrowthData.THREAD_PATIENT,
                        (data, visit) -> "/image/"
                                + Visitors.page(visit, "/consultation/" + GrowthData.LONG_THREAD)
                                        .select("[data-photo]")
                                        .attr("data-photo"),
                        page -> page.select(".series li").size() * TABLES_OF_MOMENT
                                + TABLES_OF_RECORD
                                + TABLES_OF_ENTRY));
    }

    private static GrowingPage thread(String name, String id) {
        return new GrowingPage(
                name,
                data -> GrowthData.THREAD_PATIENT,
                (data, visit) -> "/consultation/" + id,
                page -> (page.select(".entry").size()
                                        + page.select(".entry [data-photo]").size())
                                * TABLES_OF_ENTRY
                        + TABLES_OF_RECORD);
    }

    private static GrowingPage queue(String view) {
        return list("queue, " + view, data -> GrowthData.CLINICIAN, "/queue?view=" + view);
    }

    private static GrowingPage list(String name, Function<GrowthData, String> who, String path) {
        return new GrowingPage(name, who, (data, visit) -> path, GrowingPage::listed);
    }

    /** What follows on a list. */
    private static GrowingPage following(String name, String who, String path) {
        return new GrowingPage(
                name,
                data -> who,
                (data, visit) -> Visitors.page(visit, path).select(".more a").attr("href"),
                GrowingPage::listed);
    }

    private static int listed(Document page) {
        return (int) page.select("a[href^=/consultation/]").stream()
                        .map(link -> link.attr("href"))
                        .distinct()
                        .count()
                * TABLES_OF_LISTED;
    }

    /** How many rows of tables an answer shows. */
    int rowsShown(Answer answer) {
        return shown.apply(Jsoup.parse(answer.body()));
    }
}
