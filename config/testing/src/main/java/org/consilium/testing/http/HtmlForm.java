package org.consilium.testing.http;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** A form of a page, filled in: its hidden fields, its view state, and the values that a test sets. */
public final class HtmlForm {
    private static final String BOUNDARY = "----consilium-made-up-boundary";

    private static final String END = "--" + BOUNDARY + "--\r\n";

    private final String id;
    private final boolean withFiles;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<NamedFile> files = new ArrayList<>();

    private HtmlForm(String id, boolean withFiles) {
        this.id = id;
        this.withFiles = withFiles;
    }

    /** A form without any field, such as a button alone. */
    public static HtmlForm empty() {
        return new HtmlForm("", false);
    }

    /** The form with this id in a page, as its button {@code send} submits it. */
    public static HtmlForm in(String html, String id) {
        Document page = Jsoup.parse(html);
        Element element = page.getElementById(id);
        if (element == null || !element.nameIs("form")) {
            throw new AssertionError("no form " + id + " in " + html);
        }
        HtmlForm form = new HtmlForm(id, element.attr("enctype").equals("multipart/form-data"));
        for (Element hidden : element.select("input[type=hidden]")) {
            form.values.put(hidden.attr("name"), hidden.attr("value"));
        }
        form.values.put(id + ":send", "");
        return form;
    }

    /** Fills in a field, named by the last part of its id. */
    public HtmlForm with(String field, String value) {
        values.put(id + ":" + field, value);
        return this;
    }

    /** Sets a parameter by its whole name. */
    public HtmlForm withParameter(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** Leaves out a parameter, by its whole name. */
    public HtmlForm without(String name) {
        values.remove(name);
        return this;
    }

    /** Adds a file to a field, named by the last part of its id. */
    public HtmlForm withFile(String field, byte[] content) {
        return withFileParameter(id + ":" + field, content);
    }

    /** Adds a file as a parameter of that whole name. */
    public HtmlForm withFileParameter(String name, byte[] content) {
        files.add(new NamedFile(name, content));
        return this;
    }

    /** The value of a field, named by the last part of its id; empty if it has none. */
    public String value(String field) {
        return values.getOrDefault(id + ":" + field, "");
    }

    /** The media type of {@link #content()}. */
    public String contentType() {
        return isMultipart() ? "multipart/form-data; boundary=" + BOUNDARY : "application/x-www-form-urlencoded";
    }

    /** The encoded form, without its files. */
    public String body() {
        return isMultipart() ? parts() + END : urlEncoded();
    }

    /** The encoded form. */
    public byte[] content() {
        if (files.isEmpty()) {
            return body().getBytes(StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        content.writeBytes(parts().getBytes(StandardCharsets.UTF_8));
        for (NamedFile file : files) {
            String head = part(file.field) + "; filename=\"photo.jpg\"\r\nContent-Type: image/jpeg\r\n\r\n";
            content.writeBytes(head.getBytes(StandardCharsets.UTF_8));
            content.writeBytes(file.content);
            content.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
        }
        content.writeBytes(END.getBytes(StandardCharsets.UTF_8));
        return content.toByteArray();
    }

    private boolean isMultipart() {
        return withFiles || !files.isEmpty();
    }

    private String urlEncoded() {
        return values.entrySet().stream()
                .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
                .collect(Collectors.joining("&"));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String parts() {
        return values.entrySet().stream()
                .map(entry -> part(entry.getKey()) + "\r\n\r\n" + entry.getValue() + "\r\n")
                .collect(Collectors.joining());
    }

    private static String part(String name) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"";
    }

    @SuppressWarnings("ArrayRecordComponent") // compared nowhere
    private record NamedFile(String field, byte[] content) {}
}
