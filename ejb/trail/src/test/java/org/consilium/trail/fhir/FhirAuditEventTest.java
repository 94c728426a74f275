package org.consilium.trail.fhir;

import static org.assertj.core.api.Assertions.assertThat;

import ca.uhn.fhir.context.FhirContext;
import ca.uhn.fhir.context.support.DefaultProfileValidationSupport;
import ca.uhn.fhir.validation.FhirValidator;
import ca.uhn.fhir.validation.ResultSeverityEnum;
import ca.uhn.fhir.validation.SingleValidationMessage;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hl7.fhir.common.hapi.validation.support.CommonCodeSystemsTerminologyService;
import org.hl7.fhir.common.hapi.validation.support.InMemoryTerminologyServerValidationSupport;
import org.hl7.fhir.common.hapi.validation.support.ValidationSupportChain;
import org.hl7.fhir.common.hapi.validation.validator.FhirInstanceValidator;
import org.hl7.fhir.r4.model.AuditEvent;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each kind of entry is an AuditEvent that HAPI's validator accepts. */
class FhirAuditEventTest {
    private static final Set<ResultSeverityEnum> ERRORS =
            EnumSet.of(ResultSeverityEnum.ERROR, ResultSeverityEnum.FATAL);

    private static FhirContext fhir;
    private static FhirValidator validator;

    @BeforeAll
    static void validator() {
        fhir = FhirContext.forR4();
        ValidationSupportChain support = new ValidationSupportChain(
                new DefaultProfileValidationSupport(fhir),
                new InMemoryTerminologyServerValidationSupport(fhir),
                new CommonCodeSystemsTerminologyService(fhir));
        validator = fhir.newValidator().registerValidatorModule(new FhirInstanceValidator(support));
    }

    private static Map<String, String> entry(String kind, String action, String outcome) {
        return new HashMap<>(Map.of(
                "entry",
                "17",
                "at",
                "2026-11-29T12:00:00.123456Z",
                "kind",
                kind,
                "action",
                action,
                "outcome",
                outcome,
                "node",
                "node-1/4711"));
    }

    private static List<String> complaints(String line) {
        return validator.validateWithResult(line).getMessages().stream()
                .filter(message -> ERRORS.contains(message.getSeverity()))
                .map(SingleValidationMessage::toString)
                .toList();
    }

    @ParameterizedTest
    @CsvSource({
        "SIGN_IN, NOTE_SIGN_IN, DONE",
        "SIGN_IN, SIGN_IN, FAILED",
        "SIGN_OUT, END_VISIT, DONE",
        "SESSION_END, END_VISIT, DONE",
        "VIEW, READ_CONSULTATION, REFUSED",
        "LIST, LIST_QUEUE, DONE",
        "SEARCH, LIST_QUEUE, DONE",
        "PHOTO, SEE_IMAGE, DONE",
        "ORIGINAL, SEE_ORIGINAL_IMAGE, DONE",
        "EXPORT, EXPORT_TRAIL, DONE",
        "DOWNLOAD, DOWNLOAD_TRAIL, DONE",
        "CHANGE, WRITE_MESSAGE, DONE",
        "PERMISSION, DISABLE_ACCOUNT, DONE",
        "EMERGENCY, OPEN_EMERGENCY, DONE",
        "EMERGENCY, END_EMERGENCY, DONE"
    })
    void everyKindIsAccepted(String kind, String action, String outcome) {
        Map<String, String> least = entry(kind, action, outcome);
        assertThat(complaints(FhirAuditEvent.line(least))).isEmpty();
        Map<String, String> all = new HashMap<>(least);
        all.putAll(Map.of(
                "account", "5",
                "role", "DOCTOR",
                "patient", "9",
                "record_type", "CONSULTATION",
                "record", "abcdefghijklmnopqrstuv",
                "relation", "EMERGENCY",
                "address", "203.0.113.7",
                "device", "device-of-somebody-000",
                "reason", "NOT_PERMITTED",
                "detail", "results=3"));
        assertThat(complaints(FhirAuditEvent.line(all))).isEmpty();
    }

    @Test
    void anEmergencyIsToldByDicomsCode() {
        AuditEvent opened = parse(entry("EMERGENCY", "OPEN_EMERGENCY", "DONE"));
        assertThat(opened.getSubtypeFirstRep().getSystem()).isEqualTo("http://dicom.nema.org/resources/ontology/DCM");
        assertThat(opened.getSubtypeFirstRep().getCode()).isEqualTo("110127");
        assertThat(parse(entry("EMERGENCY", "END_EMERGENCY", "DONE"))
                        .getSubtypeFirstRep()
                        .getCode())
                .isEqualTo("110138");
        Map<String, String> view = entry("VIEW", "READ_CONSULTATION", "DONE");
        view.put("relation", "EMERGENCY");
        assertThat(parse(view)
                        .getAgentFirstRep()
                        .getPurposeOfUseFirstRep()
                        .getCodingFirstRep()
                        .getCode())
                .isEqualTo("ETREAT");
    }

    @Test
    void itSaysWhoWhomWhatWhenAndFromWhere() {
        Map<String, String> entry = entry("VIEW", "READ_CONSULTATION", "REFUSED");
        entry.putAll(Map.of("account", "5", "patient", "9", "address", "203.0.113.7", "reason", "NOT_PERMITTED"));
        AuditEvent event = parse(entry);
        assertThat(event.getAgentFirstRep().getWho().getIdentifier().getValue()).isEqualTo("5");
        assertThat(event.getAgentFirstRep().getNetwork().getAddress()).isEqualTo("203.0.113.7");
        assertThat(event.getEntityFirstRep().getWhat().getIdentifier().getValue())
                .isEqualTo("9");
        assertThat(event.getRecordedElement().getValueAsString()).isEqualTo("2026-11-29T12:00:00.123456Z");
        assertThat(event.getOutcome().toCode()).isEqualTo("8");
        assertThat(event.getOutcomeDesc()).isEqualTo("NOT_PERMITTED");
    }

    private static AuditEvent parse(Map<String, String> entry) {
        return fhir.newJsonParser().parseResource(AuditEvent.class, FhirAuditEvent.line(entry));
    }
}
