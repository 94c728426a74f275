package org.consilium.ear.hostile;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HttpVisit;

/** Requests that no page of ours sends, made of the fields of real forms by a seeded generator. */
final class RandomRequests {

    private static final List<String> METHODS = List.of(
            "GET", "HEAD", "POST", "POST", "POST", "POST", "POST", "PUT", "DELETE", "PATCH", "OPTIONS", "TEAPOT");
    private static final List<String> STATES = List.of(
            "stateless", "", "nonsense", "1.AAAA", "-1:-1", "page.", "1.A.b", "..", "\0", "x".repeat(500), "1:2:3");
    private static final String STATE = "jakarta.faces.ViewState";
    private static final List<String> VALUES = List.of(
            "",
            " ",
            "0",
            "-1",
            "99999999999999999999",
            "2026-13-45",
            "NaN",
            "true",
            "[]",
            "{\"a\":",
            "\0",
            "\uFFFF",
            "#{site.name}",
            "<b>",
            "' OR 1=1--",
            "a\r\nb: c",
            "../../x",
            "x".repeat(300),
            "x".repeat(25_000));
    private static final List<String> TYPES = List.of(
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=b",
            "multipart/form-data; boundary=b",
            "multipart/form-data",
            "multipart/form-data; boundary=",
            "multipart/mixed; boundary=b",
            "application/json",
            "text/plain; charset=no-such",
            "application/x-www-form-urlencoded; charset=no-such",
            "application/x-www-form-urlencoded; charset=UTF-16",
            "nonsense");

    private final Random random;

    RandomRequests(long seed) {
        random = new Random(seed);
    }

    /** One request in words, to repeat it, and its answer. */
    record Sent(String described, Answer answer) {}

    /** Sends the next request. */
    Sent next(HttpVisit visit, String path, Map<String, String> form) {
        String method = pick(METHODS);
        String address = path + query();
        String type = pick(TYPES);
        byte[] body = method.equals("POST") ? body(type, fields(form)) : new byte[0];
        Answer answer = method.equals("POST")
                ? visit.post(address, type, BodyPublishers.ofByteArray(body))
                : visit.send(method, address, "");
        String shown = new String(body, StandardCharsets.ISO_8859_1);
        return new Sent(
                method + " " + address + " " + type + " " + shown.substring(0, Math.min(shown.length(), 600)), answer);
    }

    private String query() {
        return switch (random.nextInt(6)) {
            case 0 -> "?after=" + encoded(pick(VALUES.subList(0, 17)));
            case 1 -> "?" + STATE + "=" + encoded(pick(STATES));
            case 2 -> "?with=%C3%28&done=x&view=y&severity=z&search=%ff&continue=//x";
            case 3 -> "?=&&&%00=%C0";
            default -> "";
        };
    }

    /** The fields of a form, each as it was, left out, doubled, renamed, or with another value. */
    private List<String[]> fields(Map<String, String> form) {
        List<String[]> fields = new ArrayList<>();
        form.forEach((name, value) -> {
            String kept = name.equals(STATE) && random.nextBoolean() ? pick(STATES) : value;
            switch (random.nextInt(12)) {
                case 0 -> {}
                case 1 -> {
                    fields.add(new String[] {name, kept});
                    fields.add(new String[] {name, pick(VALUES)});
                }
                case 2 -> fields.add(new String[] {name + pick(VALUES.subList(0, 17)), kept});
                case 3, 4 -> fields.add(new String[] {name, pick(VALUES)});
                default -> fields.add(new String[] {name, kept});
            }
        });
        return fields;
    }

    private byte[] body(String type, List<String[]> fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (String[] field : fields) {
            body.writeBytes(
                    (type.startsWith("multipart") ? part(field) : encoded(field[0]) + "=" + encoded(field[1]) + "&")
                            .getBytes(StandardCharsets.UTF_8));
        }
        if (type.startsWith("multipart") && random.nextInt(3) > 0) {
            body.writeBytes("--b--\r\n".getBytes(StandardCharsets.UTF_8));
        }
        return spoiled(type.contains("json") ? pick(VALUES).getBytes(StandardCharsets.UTF_8) : body.toByteArray());
    }

    private String part(String[] field) {
        String file =
                random.nextInt(6) == 0 ? "; filename=\"" + pick(List.of("a.jpg", "", "..\\..\\x", "a\0b")) + "\"" : "";
        return "--b\r\nContent-Disposition: form-data; name=\"" + field[0] + "\"" + file + "\r\n\r\n" + field[1]
                + "\r\n";
    }

    /** Often as it is, else cut off, or with bytes that are no UTF-8. */
    private byte[] spoiled(byte[] body) {
        if (body.length == 0) {
            return body;
        }
        byte[] spoiled = body.clone();
        switch (random.nextInt(6)) {
            case 0 -> spoiled = Arrays.copyOf(body, random.nextInt(body.length));
            case 1 -> spoiled[random.nextInt(body.length)] = (byte) 0xFF;
            case 2 -> spoiled[random.nextInt(body.length)] = '%';
            default -> {}
        }
        return spoiled;
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private <T> T pick(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
