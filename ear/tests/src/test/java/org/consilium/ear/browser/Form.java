package org.consilium.ear.browser;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A form of a page as a hand-made request sends it: its hidden fields, its view state, and whatever is put in. */
public final class Form {

    private static final Pattern HIDDEN = Pattern.compile("<input[^>]*type=\"hidden\"[^>]*>");
    private static final Pattern NAME = Pattern.compile(" name=\"([^\"]*)\"");
    private static final Pattern VALUE = Pattern.compile(" value=\"([^\"]*)\"");
    private static final Pattern NONCE = Pattern.compile("csp\\.init\\('([^']*)'");
    private static final String BOUNDARY = "----consilium-made-up-boundary";

    private final String id;
    private final boolean withFiles;
    private final Map<String, String> values = new LinkedHashMap<>();

    private Form(String id, boolean withFiles) {
        this.id = id;
        this.withFiles = withFiles;
    }

    /** A form without any field, as a button alone is. */
    public static Form empty() {
        return new Form("", false);
    }

    /** The form of this id in a page's HTML. */
    public static Form in(String html, String id) {
        int start = html.indexOf("<form id=\"" + id + "\"");
        if (start < 0) {
            throw new AssertionError("no form " + id + " in " + html);
        }
        String part = html.substring(start, html.indexOf("</form>", start));
        Form form = new Form(id, part.substring(0, part.indexOf('>')).contains("multipart/form-data"));
        Matcher hidden = HIDDEN.matcher(part);
        while (hidden.find()) {
            form.values.put(first(NAME, hidden.group()), first(VALUE, hidden.group()));
        }
        form.values.put(id + ":send", "");
        // what the pages' script does before a browser sends a form
        form.values.putIfAbsent("primefaces.nonce", first(NONCE, html));
        return form;
    }

    private static String first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? matcher.group(1) : "";
    }

    /** Fills in a field of the form by the last part of its id. */
    public Form with(String field, String value) {
        values.put(id + ":" + field, value);
        return this;
    }

    /** Sets a value by its whole name. */
    Form withRaw(String name, String value) {
        values.put(name, value);
        return this;
    }

    Form without(String name) {
        values.remove(name);
        return this;
    }

    public String value(String field) {
        return values.getOrDefault(id + ":" + field, "");
    }

    public String contentType() {
        return withFiles ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
    }

    public String body() {
        return withFiles ? multipart() : urlEncoded();
    }

    private String urlEncoded() {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String multipart() {
        return values.entrySet().stream()
                        .map(entry -> "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + entry.getKey()
                                + "\"\r\n\r\n" + entry.getValue() + "\r\n")
                        .collect(Collectors.joining())
                + "--" + BOUNDARY + "--\r\n";
    }
}
