package org.consilium.web.privacy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Named;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.consilium.audit.VisitTrailService;
import org.consilium.privacy.trail.TrailEntry;
import org.consilium.web.site.Page;
import org.consilium.web.site.Words;
import org.jspecify.annotations.Nullable;

/**
 * Says in words what stands in the trail as codes. A code that has no words, as a node of another version may have left
 * it, stands for itself.
 */
@Named("phrases")
@ApplicationScoped
public class EventPhrase {

    /** The beginning of the keys of what people do, such as "read the consultation". */
    public static final String ACTION = "trail.action.";

    /** What somebody did. */
    public String of(TrailEntry entry) {
        return action(entry, words());
    }

    /** The same by the name of an action. */
    public String action(String name) {
        return text(ACTION, name, words());
    }

    /** Why somebody might do it; empty if the entry does not say so. */
    public String relation(TrailEntry entry) {
        return text("trail.relation.", entry.relation(), words());
    }

    /** Why it was refused, or failed. */
    public String reason(TrailEntry entry) {
        return text("trail.reason.", entry.reason(), words());
    }

    /** The person's role, within a sentence. */
    public String role(TrailEntry entry) {
        return text("trail.role.", entry.role(), words());
    }

    /** The kind of the record. */
    public String record(TrailEntry entry) {
        return text("trail.record.", entry.recordType(), words());
    }

    /** An action may be of several kinds, such as a list that was searched. */
    static String action(TrailEntry entry, Words words) {
        return page(entry).map(page -> words.get("trail.page", page)).orElseGet(() -> withoutPage(entry, words));
    }

    /** The address of the page that was opened, if that is all there is to say. */
    private static Optional<String> page(TrailEntry entry) {
        return Stream.of(Page.values())
                .filter(page -> (VisitTrailService.PAGE + '=' + page).equals(entry.detail()))
                .map(page -> page.of("…"))
                .findFirst();
    }

    private static String withoutPage(TrailEntry entry, Words words) {
        return words.find(ACTION + entry.action() + '.' + entry.kind())
                .or(() -> words.find(ACTION + entry.action()))
                .or(() -> words.find(ACTION + entry.kind()))
                .orElse(entry.action());
    }

    /** The text of a code; empty without one. */
    static String text(String stem, @Nullable String code, Words words) {
        return Optional.ofNullable(code)
                .map(known -> words.find(stem + known).orElse(known))
                .orElse("");
    }

    private static Words words() {
        Locale locale = FacesContext.getCurrentInstance().getViewRoot().getLocale();
        return Words.in(locale);
    }
}
