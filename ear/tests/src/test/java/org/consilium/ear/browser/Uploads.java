package org.consilium.ear.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Sends photos straight to the store as the page does, step by step over plain HTTP. */
public final class Uploads {

    static final int PART = 8 * 1024 * 1024;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final HttpClient STORE = HttpClient.newHttpClient();

    private Uploads() {}

    /** Permission to send one photo: who it is, and where its parts go. */
    record Ticket(String id, List<URI> parts, String there) {

        static Ticket of(HttpResponse<String> answer) {
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
            String body = answer.body();
            String start = text(body, "address") + "?" + text(body, "query") + "&";
            List<URI> parts = new ArrayList<>();
            Matcher ends = Pattern.compile("\"([^\"]+)\"").matcher(list(body, "ends"));
            while (ends.find()) {
                parts.add(URI.create(start + ends.group(1)));
            }
            return new Ticket(text(body, "id"), parts, list(body, "there"));
        }
    }

    /** Asks for permission to send a photo for a consultation, or for a new one when that is empty. */
    public static HttpResponse<String> ticket(PlainVisit visit, byte[] photo, String consultation, String... headers) {
        return visit.post("/photos", description(photo, sha256(photo), consultation), headers);
    }

    /** What the page tells of a photo; the checksum of the whole may be a wrong one. */
    static byte[] description(byte[] photo, String sha256, String consultation) {
        List<String> parts = parts(photo).stream()
                .map(part -> "\"" + Base64.getEncoder().encodeToString(digest(part)) + "\"")
                .toList();
        return ("{\"type\":\"image/jpeg\",\"bytes\":" + photo.length + ",\"sha256\":\"" + sha256 + "\",\"parts\":["
                        + String.join(",", parts) + "],\"consultation\":\"" + consultation + "\"}")
                .getBytes(StandardCharsets.UTF_8);
    }

    static List<byte[]> parts(byte[] photo) {
        List<byte[]> parts = new ArrayList<>();
        for (int from = 0; from < photo.length; from += PART) {
            parts.add(Arrays.copyOfRange(photo, from, Math.min(photo.length, from + PART)));
        }
        return parts;
    }

    /** Sends one part, or what is said to be one; the store's status. */
    static int put(URI address, byte[] signed, byte[] sent) {
        HttpRequest request = HttpRequest.newBuilder(address)
                .header("x-amz-checksum-sha256", Base64.getEncoder().encodeToString(digest(signed)))
                .PUT(HttpRequest.BodyPublishers.ofByteArray(sent))
                .build();
        try {
            // on a connection of its own: the store ends one on which it has refused what it did not read
            return HttpClient.newHttpClient()
                    .send(request, HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static void putAll(Ticket ticket, byte[] photo) {
        List<byte[]> parts = parts(photo);
        for (int i = 0; i < parts.size(); i++) {
            assertThat(put(ticket.parts().get(i), parts.get(i), parts.get(i))).isEqualTo(200);
        }
    }

    /**
     * Says that all is there, and again while the photo is being checked: a node answers before that is over when it
     * takes long, as on a busy machine; how far the photo has come.
     */
    static String complete(PlainVisit visit, Ticket ticket) {
        return await().atMost(PATIENCE).until(() -> completeOnce(visit, ticket), step -> !step.equals("CHECKING"));
    }

    /** The same once: CHECKING, when that goes on. */
    static String completeOnce(PlainVisit visit, Ticket ticket) {
        HttpResponse<String> answer = visit.post("/photos/" + ticket.id(), new byte[0]);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return text(answer.body(), "step");
    }

    /** The whole way, for a new consultation; the id of the photo. */
    public static String send(PlainVisit visit, byte[] photo) {
        return send(visit, photo, "");
    }

    /** The same for a consultation that there is. */
    public static String send(PlainVisit visit, byte[] photo, String consultation) {
        Ticket ticket = Ticket.of(ticket(visit, photo, consultation));
        putAll(ticket, photo);
        assertThat(complete(visit, ticket)).isEqualTo("READY");
        return ticket.id();
    }

    /** What somebody sees of a photo, wherever the node leads them to. */
    public static byte[] look(PlainVisit visit, String photo, String rendition) {
        HttpResponse<byte[]> answer = visit.file("/photo/" + photo + "/" + rendition);
        if (answer.statusCode() == 303) {
            answer = open(URI.create(answer.headers().firstValue("Location").orElseThrow()));
        }
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control")).contains("private, no-store");
        return answer.body();
    }

    private static HttpResponse<byte[]> open(URI link) {
        try {
            return STORE.send(HttpRequest.newBuilder(link).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    static String sha256(byte[] photo) {
        return HexFormat.of().formatHex(digest(photo));
    }

    static String text(String json, String name) {
        return found(json, "\"" + name + "\":\"([^\"]*)\"");
    }

    private static String list(String json, String name) {
        return found(json, "\"" + name + "\":\\[([^\\]]*)\\]");
    }

    private static String found(String json, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(json);
        assertThat(matcher.find()).as(pattern + " in " + json).isTrue();
        return matcher.group(1);
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
