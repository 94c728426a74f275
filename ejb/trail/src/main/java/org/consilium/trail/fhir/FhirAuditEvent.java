package org.consilium.trail.fhir;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry of the trail as an AuditEvent of FHIR R4 (hl7.org/fhir/R4/auditevent.html). Accounts, patients, and records
 * are identifiers of this system; the resource has no name and no text of anybody. The beginning and the end of an
 * emergency access have DICOM's codes for an emergency override, and each access in between has the purpose of use.
 */
public final class FhirAuditEvent {
    private static final String SYSTEM = "urn:consilium:";
    private static final String IP_ADDRESS = "2";

    private static final Code SERVER = Code.hl7("security-source-type", "4", "Application Server");
    private static final Code PERSON = Code.hl7("audit-entity-type", "1", "Person");
    private static final Code OBJECT = Code.hl7("audit-entity-type", "2", "System Object");
    private static final Code PATIENT = Code.hl7("object-role", "1", "Patient");
    private static final Code RESOURCE = Code.hl7("object-role", "4", "Domain Resource");
    private static final Code EMERGENCY = Code.hl7("v3-ActReason", "ETREAT", "Emergency Treatment");

    private FhirAuditEvent() {}

    /**
     * One line of NDJSON, without its end.
     *
     * @param entry the values of the columns of an entry, by their names; those that are absent are left out
     */
    public static String line(Map<String, String> entry) {
        return of(entry).toString();
    }

    private static JsonObject of(Map<String, String> entry) {
        EventCode event = EventCode.of(get(entry, "kind"), get(entry, "action"));
        JsonObjectBuilder resource = Json.createObjectBuilder()
                .add("resourceType", "AuditEvent")
                .add("id", "entry-" + get(entry, "entry"))
                .add("type", event.type().json());
        if (event.subtype() != null) {
            resource.add(
                    "subtype", Json.createArrayBuilder().add(event.subtype().json()));
        }
        resource.add("action", event.action())
                .add("recorded", get(entry, "at"))
                .add("outcome", outcome(get(entry, "outcome")));
        if (entry.containsKey("reason")) {
            resource.add("outcomeDesc", get(entry, "reason"));
        }
        resource.add("agent", Json.createArrayBuilder().add(agent(entry)))
                .add(
                        "source",
                        Json.createObjectBuilder()
                                .add("site", get(entry, "node"))
                                .add("observer", Json.createObjectBuilder().add("display", "Consilium"))
                                .add("type", Json.createArrayBuilder().add(SERVER.json())));
        JsonArrayBuilder entities = entities(entry);
        return resource.add("entity", entities).build();
    }

    /** As FHIR's {@code audit-event-outcome} has them. */
    private static String outcome(String outcome) {
        return switch (outcome) {
            case "DONE" -> "0";
            case "FAILED" -> "4";
            default -> "8";
        };
    }

    private static JsonObjectBuilder agent(Map<String, String> entry) {
        JsonObjectBuilder agent = Json.createObjectBuilder();
        if (entry.containsKey("role")) {
            agent.add("role", Json.createArrayBuilder().add(text(get(entry, "role"))));
        }
        if (entry.containsKey("account")) {
            agent.add("who", identified("account", get(entry, "account")));
        } else {
            agent.add("name", "not signed in");
        }
        agent.add("requestor", true);
        if (entry.containsKey("address")) {
            agent.add(
                    "network",
                    Json.createObjectBuilder()
                            .add("address", get(entry, "address"))
                            .add("type", IP_ADDRESS));
        }
        if ("EMERGENCY".equals(entry.get("relation")) || "EMERGENCY".equals(entry.get("kind"))) {
            JsonObjectBuilder purpose = Json.createObjectBuilder()
                    .add("coding", Json.createArrayBuilder().add(EMERGENCY.json()));
            agent.add("purposeOfUse", Json.createArrayBuilder().add(purpose));
        }
        return agent;
    }

    private static JsonArrayBuilder entities(Map<String, String> entry) {
        JsonArrayBuilder entities = Json.createArrayBuilder();
        if (entry.containsKey("patient")) {
            entities.add(Json.createObjectBuilder()
                    .add("what", identified("patient", get(entry, "patient")))
                    .add("type", PERSON.json())
                    .add("role", PATIENT.json()));
        }
        JsonObjectBuilder object = Json.createObjectBuilder();
        if (entry.containsKey("record")) {
            object.add("what", identified("record", get(entry, "record"))).add("role", RESOURCE.json());
        }
        JsonArrayBuilder details = Json.createArrayBuilder();
        for (String name : new String[] {"action", "record_type", "relation", "device", "request", "detail"}) {
            detail(name, entry.get(name), details);
        }
        return entities.add(object.add("type", OBJECT.json()).add("detail", details));
    }

    private static void detail(String name, @Nullable String value, JsonArrayBuilder details) {
        if (value != null) {
            details.add(Json.createObjectBuilder().add("type", name).add("valueString", value));
        }
    }

    private static JsonObjectBuilder identified(String what, String value) {
        return Json.createObjectBuilder()
                .add(
                        "identifier",
                        Json.createObjectBuilder().add("system", SYSTEM + what).add("value", value));
    }

    private static JsonObjectBuilder text(String text) {
        return Json.createObjectBuilder().add("text", text);
    }

    private static String get(Map<String, String> entry, String column) {
        String value = entry.get(column);
        if (value == null) {
            throw new IllegalArgumentException("an entry has a value of " + column);
        }
        return value;
    }
}
