package org.consilium.ear.bench;

import java.net.URI;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/** An application in which {@link Script} runs: the addresses and forms that it has of its own. */
interface Portal extends AutoCloseable {

    /** Its name in the table. */
    String name();

    /** The process whose processor time is counted, with that of its children. */
    long pid();

    URI home();

    /** Signs somebody in; the answer to the form. */
    Answer signIn(HttpVisit visit, String email, String password);

    /** Submits the form of a thread; the answer to it. */
    Answer send(HttpVisit visit, String thread, Answer page, String text);

    /** Sends a photo in the way that the page of a thread has for it; the answer to its form. */
    Answer sendPhoto(HttpVisit visit, String thread, Answer page, byte[] photo);

    /** Submits the form that ends the visit. */
    Answer signOut(HttpVisit visit, Answer page);

    @Override
    void close();
}
