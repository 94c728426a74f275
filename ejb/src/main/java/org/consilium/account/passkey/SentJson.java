package org.consilium.account.passkey;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Set;

/**
 * What browsers send, without the members that nothing here reads: the library refuses those that it does not know, and
 * browsers add new ones. No extensions are asked for.
 */
final class SentJson {

    private static final Set<String> CREDENTIAL = Set.of("id", "rawId", "type");
    private static final Set<String> MADE = Set.of("clientDataJSON", "attestationObject", "transports");
    private static final Set<String> SIGNED = Set.of("clientDataJSON", "authenticatorData", "signature", "userHandle");

    private SentJson() {}

    /**
     * Of a {@code RegistrationResponseJSON}.
     *
     * @throws RuntimeException if it is no such JSON
     */
    static String registration(String response) {
        return known(response, MADE);
    }

    /**
     * Of an {@code AuthenticationResponseJSON}.
     *
     * @throws RuntimeException if it is no such JSON
     */
    static String assertion(String response) {
        return known(response, SIGNED);
    }

    private static String known(String text, Set<String> ofResponse) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject sent = reader.readObject();
            return members(sent, CREDENTIAL)
                    .add("response", members(sent.getJsonObject("response"), ofResponse))
                    .add("clientExtensionResults", JsonValue.EMPTY_JSON_OBJECT)
                    .build()
                    .toString();
        }
    }

    private static JsonObjectBuilder members(JsonObject object, Set<String> names) {
        JsonObjectBuilder known = Json.createObjectBuilder();
        object.forEach((name, value) -> {
            if (names.contains(name) && !value.equals(JsonValue.NULL)) {
                known.add(name, value);
            }
        });
        return known;
    }
}
