package org.consilium.web.tag;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.faces.context.FacesContext;
import jakarta.faces.context.ResponseWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import org.consilium.access.Caller;
import org.consilium.access.Role;
import org.consilium.consultation.Status;
import org.consilium.web.site.Times;
import org.consilium.web.site.Visitor;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Writes HTML into the page. Everything is escaped; what people have typed goes through {@link #typed} or
 * {@link #typedText}, so that nothing in it changes what stands around it.
 */
public final class Markup {

    /** The bean's proxy, which serves all requests. */
    private static final class Shared {
        static final Times TIMES = CDI.current().select(Times.class).get();
    }

    private final ResponseWriter page;
    private final Words words;
    private final @Nullable Role reader;
    private final Deque<String> open = new ArrayDeque<>();

    private Markup(ResponseWriter page, Words words, @Nullable Role reader) {
        this.page = page;
        this.words = words;
        this.reader = reader;
    }

    /** The page that is being written. */
    static Markup of(FacesContext faces) {
        return new Markup(
                faces.getResponseWriter(),
                Words.in(faces.getViewRoot().getLocale()),
                Visitor.of(faces).map(Caller::role).orElse(null));
    }

    /** Whether the reader is a doctor or a nurse. */
    public boolean isForClinician() {
        return reader == Role.DOCTOR || reader == Role.NURSE;
    }

    /** The text of the bundle, in the language of the page. */
    public String word(String key) {
        return words.text(key);
    }

    /** Begins an element. */
    public Markup open(String element) {
        open.push(element);
        return write(() -> page.startElement(element, null));
    }

    /** Begins an element of a class. */
    public Markup open(String element, String look) {
        return open(element).attribute("class", look);
    }

    /** Adds an attribute to the element that was begun last; none if the value is null. */
    public Markup attribute(String name, @Nullable Object value) {
        return value == null ? this : write(() -> page.writeAttribute(name, value, null));
    }

    /** Ends the element that was begun last. */
    public Markup close() {
        return write(() -> page.endElement(open.pop()));
    }

    /** Words and numbers of the application. */
    public Markup text(Object text) {
        return write(() -> page.writeText(text, null));
    }

    /** A line that somebody has typed; an empty element if there is none. */
    public Markup typed(@Nullable String line) {
        open("bdi", "typed");
        return (line == null ? this : text(line)).close();
    }

    /** A paragraph that somebody has typed. */
    public Markup typedText(String text) {
        return open("p", "text").attribute("dir", "auto").text(text).close();
    }

    /** Where a consultation stands, by word and sign: in other words for its patient than for the staff. */
    public Markup status(Status status) {
        String kind = reader == Role.PATIENT ? "consultation.status.own." : "consultation.status.";
        return open("span", "status status-" + status)
                .open("span", "sign")
                .attribute("aria-hidden", "true")
                .close()
                .text(word(kind + status))
                .close();
    }

    /** A moment in the reader's time zone, which is named where it is not the hospital's; null for nothing. */
    public Markup time(@Nullable Instant moment, TimeLook look) {
        if (moment == null) {
            return this;
        }
        Times times = Shared.TIMES;
        open("time").attribute("datetime", moment).attribute("title", times.full(moment));
        if (look == TimeLook.AGO) {
            open("span", "ago").text(times.since(moment)).close().text(" ");
        }
        open("span", "exact").text(look == TimeLook.DAY ? times.dayOf(moment) : times.moment(moment));
        open("span", times.elsewhere(moment) ? "zone" : "zone printed").text(" " + times.zone(moment));
        return close().close().close();
    }

    private interface Step {
        void run() throws IOException;
    }

    private Markup write(Step step) {
        try {
            step.run();
            return this;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
