package org.consilium.ear.bench;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.consilium.ear.stand.People;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.CraftedFiles;

/**
 * The steps of one patient in a portal: looks at the list three times and at two threads six times, and sends six
 * messages and, if there is one, a photo twice. Each form is followed to the page that it leads to. Every page is
 * checked to be whole.
 *
 * @param photo a JPEG, or nothing
 */
@SuppressWarnings("ArrayRecordComponent") // compared nowhere
record Script(Portal portal, byte[] photo) {
    private static final String LIST = "/consultations";
    private static final int ROWS = 20;
    private static final int MESSAGES = 50;
    private static final int COMMENT = 0xFE;

    private static final Pattern THREAD = Pattern.compile("href=\"(/consultation/(?!new\\b)[\\w-]{22})[\"?#]");
    private static final Pattern ENTRY = Pattern.compile("<li class=\"entry\\b");
    private static final Pattern THUMBNAIL = Pattern.compile("<img\\b[^>]*thumbnail[^>]*>");
    private static final Pattern SOURCE = Pattern.compile("\\bsrc=\"([^\"?]+)");

    /** Somebody's visit, signed in, with the list open. */
    HttpVisit signIn(String email) {
        HttpVisit visit = HttpVisit.at(portal.home());
        threads(follow(visit, portal.signIn(visit, email, People.PASSWORD)));
        return visit;
    }

    /** The script itself, of somebody who has signed in; the last page. */
    Answer run(HttpVisit visit) {
        List<String> threads = threads(visit.get(LIST));
        String first = threads.get(0);
        String second = threads.get(1);
        write(visit, first);
        threads(visit.get(LIST));
        write(visit, second);
        require(threads(visit.get(LIST)).getFirst().equals(second), "the last thread is the first of the list", visit);
        thread(visit.get(first));
        return thread(visit.get(second));
    }

    void signOut(HttpVisit visit, Answer page) {
        portal.signOut(visit, page);
        require(!visit.get(LIST).isPage(), "nothing to see afterwards", visit);
    }

    private void write(HttpVisit visit, String thread) {
        Answer page = send(visit, thread, thread(visit.get(thread)));
        page = send(visit, thread, page);
        if (photo.length > 0) {
            sendPhoto(visit, thread, page);
        }
        send(visit, thread, thread(visit.get(thread)));
    }

    private Answer send(HttpVisit visit, String thread, Answer page) {
        String text = "Since last night it is a little better " + UUID.randomUUID();
        Answer sent = thread(follow(visit, portal.send(visit, thread, page, text)));
        require(sent.body().contains(text), "the message is in the thread", sent);
        return sent;
    }

    private void sendPhoto(HttpVisit visit, String thread, Answer page) {
        // the same picture, and another file each time
        byte[] file = CraftedFiles.withSegment(
                photo, COMMENT, UUID.randomUUID().toString().getBytes(StandardCharsets.US_ASCII));
        Answer sent = thread(follow(visit, portal.sendPhoto(visit, thread, page, file)));
        Set<String> added = thumbnails(sent);
        added.removeAll(thumbnails(page));
        require(added.size() == 1, "one thumbnail more", sent);
    }

    private static Answer follow(HttpVisit visit, Answer answer) {
        require(answer.status() == 302 || answer.status() == 303, "the form is accepted", answer);
        return visit.get(answer.location());
    }

    private static List<String> threads(Answer list) {
        require(list.isPage(), "a list", list);
        List<String> threads = THREAD.matcher(list.body())
                .results()
                .map(found -> found.group(1))
                .distinct()
                .toList();
        require(threads.size() == ROWS, ROWS + " consultations", list);
        return threads;
    }

    private static Answer thread(Answer page) {
        require(page.isPage(), "a thread", page);
        require(ENTRY.matcher(page.body()).results().count() == MESSAGES, MESSAGES + " messages", page);
        return page;
    }

    private static Set<String> thumbnails(Answer thread) {
        Set<String> sources = new HashSet<>();
        THUMBNAIL
                .matcher(thread.body())
                .results()
                .map(found -> SOURCE.matcher(found.group()))
                .filter(Matcher::find)
                .forEach(found -> sources.add(found.group(1)));
        return sources;
    }

    private static void require(boolean fact, String what, Object page) {
        if (!fact) {
            throw new AssertionError("not as expected: " + what + " in " + page);
        }
    }
}
