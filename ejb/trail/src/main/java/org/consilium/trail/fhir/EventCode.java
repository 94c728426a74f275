package org.consilium.trail.fhir;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The kind of an entry in the terms of DICOM and IHE ATNA, which FHIR's AuditEvent uses.
 *
 * @param subtype what happened more exactly; absent if the type says all
 * @param action of the CRUD actions of FHIR's {@code audit-event-action}
 */
record EventCode(Code type, @Nullable Code subtype, String action) {
    private static final Code RECORD = Code.dicom("110110", "Patient Record");
    private static final Code AUTHENTICATION = Code.dicom("110114", "User Authentication");
    private static final Code ALERT = Code.dicom("110113", "Security Alert");
    private static final Code LOGOUT = Code.dicom("110123", "Logout");

    private static final EventCode LOOK = new EventCode(RECORD, null, "R");
    private static final EventCode OVERRIDE_STARTED =
            new EventCode(ALERT, Code.dicom("110127", "Emergency Override Started"), "E");
    private static final EventCode OVERRIDE_STOPPED =
            new EventCode(ALERT, Code.dicom("110138", "Emergency Override Stopped"), "E");

    private static final Map<String, EventCode> BY_KIND = Map.of(
            "SIGN_IN", new EventCode(AUTHENTICATION, Code.dicom("110122", "Login"), "E"),
            "SIGN_OUT", new EventCode(AUTHENTICATION, LOGOUT, "E"),
            "SESSION_END", new EventCode(AUTHENTICATION, LOGOUT, "E"),
            "SEARCH", new EventCode(Code.dicom("110112", "Query"), null, "E"),
            "EXPORT", new EventCode(Code.dicom("110106", "Export"), null, "R"),
            "DOWNLOAD", new EventCode(Code.dicom("110106", "Export"), null, "R"),
            "CHANGE", new EventCode(RECORD, null, "U"),
            "PERMISSION", new EventCode(ALERT, Code.dicom("110137", "User Security Attributes Changed"), "U"));

    /** The one of an entry of the trail. */
    static EventCode of(String kind, String action) {
        if (kind.equals("EMERGENCY")) {
            return action.startsWith("OPEN") ? OVERRIDE_STARTED : OVERRIDE_STOPPED;
        }
        return BY_KIND.getOrDefault(kind, LOOK);
    }
}
