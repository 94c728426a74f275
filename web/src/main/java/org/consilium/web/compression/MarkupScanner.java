package org.consilium.web.compression;

import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Tells the markup of a page from what may have come from somebody: texts, and the values of attributes, except those
 * that the pages themselves write. Nobody can make a text look like markup, or they could put a script into the page.
 */
final class MarkupScanner {

    /** Attributes with values that depend on nothing that anybody has typed or may keep secret. */
    static final Set<String> OWN_ATTRIBUTES = Set.of(
            "aria-describedby",
            "aria-hidden",
            "aria-invalid",
            "aria-required",
            "autocomplete",
            "class",
            "data-draft",
            "data-label",
            "data-live",
            "dir",
            "enctype",
            "for",
            "id",
            "lang",
            "loading",
            "method",
            "name",
            "rel",
            "role",
            "rows",
            "scope",
            "type");

    /**
     * Elements of the head, which are the same for everybody, and times: nobody can write one of their choice, and who
     * watches the network knows when something was sent. The JSON in scripts holds words of the bundle.
     */
    private static final Set<String> OWN_ELEMENTS = Set.of("link", "meta", "script", "time");

    private static final String TIME = "time";

    private static final String SCRIPT = "script";
    private static final byte[] END_OF_SCRIPT = "</script".getBytes(StandardCharsets.US_ASCII);

    private final byte[] page;
    private final int length;
    private final boolean[] markup;
    private int at;
    private boolean inTime;

    private MarkupScanner(byte[] page, int length) {
        this.page = page;
        this.length = length;
        this.markup = new boolean[length];
    }

    /** For each of the first bytes of a page in UTF-8, whether it is markup. */
    static boolean[] markup(byte[] page, int length) {
        MarkupScanner scanner = new MarkupScanner(page, length);
        while (scanner.at < length) {
            scanner.text();
            scanner.tag();
        }
        return scanner.markup;
    }

    /** Up to the next tag: only the space beside tags is the page's own. */
    private void text() {
        while (at < length && isSpace(page[at])) {
            markup[at++] = true;
        }
        while (at < length && page[at] != '<') {
            markup[at++] = inTime;
        }
        for (int before = at - 1; before >= 0 && !markup[before] && isSpace(page[before]); before--) {
            markup[before] = true;
        }
    }

    private void tag() {
        int begin = at;
        while (at < length && !isSpace(page[at]) && page[at] != '>') {
            markup[at++] = true;
        }
        String element = begin < at ? text(begin + 1, at) : "";
        boolean own = OWN_ELEMENTS.contains(element);
        while (at < length && page[at] != '>') {
            attribute(own);
        }
        if (at < length) {
            markup[at++] = true;
        }
        inTime = element.equals(TIME) || (inTime && !element.equals('/' + TIME));
        if (element.equals(SCRIPT)) {
            script();
        }
    }

    private void attribute(boolean own) {
        while (at < length && isSpace(page[at])) {
            markup[at++] = true;
        }
        int begin = at;
        while (at < length && page[at] != '=' && page[at] != '>' && !isSpace(page[at])) {
            markup[at++] = true;
        }
        if (at < length && page[at] == '=') {
            boolean named = own || OWN_ATTRIBUTES.contains(text(begin, at));
            markup[at++] = true;
            value(named);
        }
    }

    private void value(boolean own) {
        if (at >= length) {
            return;
        }
        byte quote = page[at];
        if (quote != '"' && quote != '\'') {
            while (at < length && page[at] != '>' && !isSpace(page[at])) {
                markup[at++] = own;
            }
            return;
        }
        markup[at++] = true;
        while (at < length && page[at] != quote) {
            markup[at++] = own;
        }
        if (at < length) {
            markup[at++] = true;
        }
    }

    private void script() {
        while (at < length && !isEndOfScript()) {
            markup[at++] = true;
        }
    }

    private boolean isEndOfScript() {
        if (at + END_OF_SCRIPT.length > length) {
            return false;
        }
        for (int i = 0; i < END_OF_SCRIPT.length; i++) {
            if (page[at + i] != END_OF_SCRIPT[i]) {
                return false;
            }
        }
        return true;
    }

    private String text(int from, int to) {
        return from < to ? new String(page, from, to - from, StandardCharsets.UTF_8) : "";
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || character == '\n' || character == '\r' || character == '\t';
    }
}
