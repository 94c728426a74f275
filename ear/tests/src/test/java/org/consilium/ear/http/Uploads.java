package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.io.IOException;
import java.io.StringReader;
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
import java.util.concurrent.Callable;
import org.consilium.testing.http.Answer;
import org.consilium.testing.http.HtmlForm;
import org.consilium.testing.http.HttpVisit;

/** Sends photos straight to the store as the page does, step by step over plain HTTP. */
public final class Uploads {

    static final int PART = 8 * 1024 * 1024;

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /** Without the cookies of the application. */
    private static final HttpVisit STORE = HttpVisit.at(URI.create("http://localhost"));

    private Uploads() {}

    /** Permission to send one photo: its id, and the signed address of each of its parts. */
    record Ticket(String id, List<URI> parts, List<Integer> there) {

        static Ticket of(Answer answer) {
            assertThat(answer.status()).as(answer.body()).isEqualTo(201);
            JsonObject ticket = json(answer);
            String start = ticket.getString("address") + "?" + ticket.getString("query") + "&";
            return new Ticket(
                    ticket.getString("id"),
                    ticket.getJsonArray("ends").getValuesAs(JsonString.class).stream()
                            .map(end -> URI.create(start + end.getString()))
                            .toList(),
                    ticket.getJsonArray("there").getValuesAs(JsonNumber.class).stream()
                            .map(JsonNumber::intValue)
                            .toList());
        }
    }

    /** Asks for permission to send a photo for a consultation, or for a new one when that is empty. */
    public static Answer ticket(HttpVisit visit, byte[] photo, String consultation, String... headers) {
        return visit.post("/photos", description(photo, sha256(photo), consultation), headers);
    }

    /** What the page tells of a photo; the checksum of the whole may be a wrong one. */
    static byte[] description(byte[] photo, String sha256, String consultation) {
        JsonArrayBuilder parts = Json.createArrayBuilder();
        parts(photo).forEach(part -> parts.add(Base64.getEncoder().encodeToString(digest(part))));
        return Json.createObjectBuilder()
                .add("type", "image/jpeg")
                .add("bytes", photo.length)
                .add("sha256", sha256)
                .add("parts", parts)
                .add("consultation", consultation)
                .build()
                .toString()
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
        // the store ends a connection on which it has refused an unread body: now and then before its answer is read
        return await().ignoreExceptionsInstanceOf(IOException.class)
                .atMost(TIMEOUT)
                .until(
                        () -> HttpClient.newHttpClient()
                                .send(request, HttpResponse.BodyHandlers.discarding())
                                .statusCode(),
                        status -> true);
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
    static String complete(HttpVisit visit, Ticket ticket) {
        return await().atMost(TIMEOUT).until(() -> completeOnce(visit, ticket), step -> !step.equals("CHECKING"));
    }

    /** The same once: CHECKING, when that goes on. */
    static String completeOnce(HttpVisit visit, Ticket ticket) {
        Answer answer = visit.post("/photos/" + ticket.id(), new byte[0]);
        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        return json(answer).getString("step");
    }

    /** The whole way, for a new consultation; the id of the photo. */
    public static String send(HttpVisit visit, byte[] photo) {
        return send(visit, photo, "");
    }

    /** The same for a consultation that there is. */
    public static String send(HttpVisit visit, byte[] photo, String consultation) {
        Ticket ticket = Ticket.of(ticket(visit, photo, consultation));
        putAll(ticket, photo);
        assertThat(complete(visit, ticket)).isEqualTo("READY");
        return ticket.id();
    }

    /** The same for a photo of which it matters how it is stored. */
    static String sendStored(HttpVisit visit, byte[] photo, boolean encrypted) {
        return sendStored(() -> send(visit, photo), visit, encrypted);
    }

    /**
     * The same in another way. Any node may check a photo that another one was told of, and stores it in its own way:
     * photos are sent until one of them is stored as it should be.
     *
     * @param encrypted by the node, so that the application alone can read it
     */
    static String sendStored(Callable<String> send, HttpVisit visit, boolean encrypted) {
        return await().atMost(TIMEOUT)
                .until(send, id -> visit.get("/photo/" + id + "/display").status() == (encrypted ? 200 : 303));
    }

    /** The same in a message; it can be seen then. */
    public static String sendWithMessage(HttpVisit visit, byte[] photo, String consultation) {
        String path = "/consultation/" + consultation;
        String id = send(visit, photo, consultation);
        Answer sent = visit.post(
                path,
                HtmlForm.in(visit.get(path).body(), "reply")
                        .with("message", "With a photo")
                        .with("photo-ids", id));
        assertThat(sent).matches(Answer::isDone);
        await().atMost(TIMEOUT)
                .until(() -> visit.get("/photo/" + id + "/display").status() < 400);
        return id;
    }

    /** What somebody sees of a photo, wherever the node leads them to. */
    public static byte[] look(HttpVisit visit, String photo, String rendition) {
        Answer answer = visit.get("/photo/" + photo + "/" + rendition);
        if (answer.status() == 303) {
            answer = STORE.get(answer.location());
        }
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).contains("image/jpeg");
        assertThat(answer.header("Cache-Control")).contains("private, no-store");
        return answer.content();
    }

    public static String sha256(byte[] photo) {
        return HexFormat.of().formatHex(digest(photo));
    }

    static JsonObject json(Answer answer) {
        return Json.createReader(new StringReader(answer.body())).readObject();
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
