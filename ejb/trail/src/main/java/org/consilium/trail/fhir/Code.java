package org.consilium.trail.fhir;

import jakarta.json.Json;
import jakarta.json.JsonObject;

/** A code of a code system, with its display text there. */
record Code(String system, String code, String display) {
    private static final String DCM = "http://dicom.nema.org/resources/ontology/DCM";
    private static final String TERMINOLOGY = "http://terminology.hl7.org/CodeSystem/";

    /** Of DICOM's controlled terminology, PS3.16, annex D. */
    static Code dicom(String code, String display) {
        return new Code(DCM, code, display);
    }

    /** Of one of HL7's code systems. */
    static Code hl7(String system, String code, String display) {
        return new Code(TERMINOLOGY + system, code, display);
    }

    JsonObject json() {
        return Json.createObjectBuilder()
                .add("system", system)
                .add("code", code)
                .add("display", display)
                .build();
    }
}
