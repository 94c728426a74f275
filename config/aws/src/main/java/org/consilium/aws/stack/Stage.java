package org.consilium.aws.stack;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/**
 * All that one deployment differs in from another, read from a file of properties; what is the same everywhere stands
 * in the constructs, and how much of it there is in the capacity plan.
 */
public final class Stage {

    private static final Set<String> KEYS = Set.of(
            "name",
            "account",
            "region",
            "zones",
            "domain",
            "images-domain",
            "hosted-zone-id",
            "hosted-zone-name",
            "certificate",
            "images-certificate",
            "image-amd64",
            "image-arm64",
            "edge-key-1",
            "edge-key-2",
            "encryption",
            "time-zone",
            "operations-email",
            "patient-data",
            "baa-accepted",
            "baa-agreement");

    private static final int LEAST_ZONES = 3;
    private static final Set<String> TRUTHS = Set.of("true", "false");

    private final Path file;
    private final Properties values;

    private Stage(Path file, Properties values) {
        this.file = file;
        this.values = values;
    }

    /**
     * Reads and checks a stage's file.
     *
     * @param clock that tells whether an agreement has been made already
     * @throws IOException when it cannot be read
     * @throws StageException when a key is missing, unknown or senseless, or when there is to be patient data without a
     *     Business Associate Addendum
     */
    public static Stage read(Path file, Clock clock) throws IOException {
        Properties values = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            values.load(reader);
        }
        Stage stage = new Stage(file, values);
        stage.check(LocalDate.now(clock));
        return stage;
    }

    private void check(LocalDate today) {
        Set<String> unknown = new TreeSet<>(values.stringPropertyNames());
        unknown.removeAll(KEYS);
        if (!unknown.isEmpty()) {
            throw wrong("unknown keys: " + String.join(", ", unknown));
        }
        require("account", "[0-9]{12}", "12 digits");
        require("region", "[a-z]{2}(-[a-z]+)+-[0-9]", "a region such as us-east-1");
        require("name", "[a-z][a-z0-9-]{1,19}", "2 to 20 small letters, digits and hyphens");
        require("image-amd64", "ami-[0-9a-f]{8,17}", "the id of a machine image, never a name");
        require("image-arm64", "ami-[0-9a-f]{8,17}", "the id of a machine image, never a name");
        require("encryption", "sse-kms|client-side", "sse-kms or client-side: the bucket refuses the other ways");
        if (zones().size() < LEAST_ZONES) {
            throw wrong("zones: at least " + LEAST_ZONES + ", so that the loss of one leaves two");
        }
        if (!TRUTHS.contains(get("patient-data"))) {
            throw wrong("patient-data: true or false");
        }
        if (hasPatientData()) {
            requireAgreement(today);
        }
    }

    /** 45 CFR 164.504(e) and 164.308(b): no health information before the business associate has agreed. */
    private void requireAgreement(LocalDate today) {
        String agreement = values.getProperty("baa-agreement", "").strip();
        if (agreement.isEmpty()) {
            throw wrong("patient-data=true needs baa-accepted and baa-agreement: accept the AWS Business Associate"
                    + " Addendum in AWS Artifact first, and note the date and the agreement's id (see README.md)");
        }
        if (accepted().isEmpty() || accepted().get().isAfter(today)) {
            throw wrong("baa-accepted: the day on which the Business Associate Addendum was accepted, as 2026-01-31");
        }
    }

    private Optional<LocalDate> accepted() {
        try {
            return Optional.of(
                    LocalDate.parse(values.getProperty("baa-accepted", "").strip()));
        } catch (DateTimeException missing) {
            return Optional.empty();
        }
    }

    private void require(String key, String pattern, String meaning) {
        if (!get(key).matches(pattern)) {
            throw wrong(key + ": " + meaning);
        }
    }

    private StageException wrong(String what) {
        return new StageException(file + ": " + what);
    }

    private String get(String key) {
        String value = values.getProperty(key, "").strip();
        if (value.isEmpty()) {
            throw wrong(key + " is missing");
        }
        return value;
    }

    /** Small letters; in the names of what the account has once only. */
    public String name() {
        return get("name");
    }

    String account() {
        return get("account");
    }

    /** Of each of its stacks. */
    StackProps stackIn(String region) {
        return StackProps.builder()
                .env(Environment.builder().account(account()).region(region).build())
                .crossRegionReferences(true)
                .terminationProtection(true)
                .build();
    }

    String region() {
        return get("region");
    }

    /** Availability zones, such as us-east-1a. */
    List<String> zones() {
        return List.of(get("zones").split("\\s*,\\s*"));
    }

    /** Where people find the application. */
    String domain() {
        return get("domain");
    }

    /** Where their browsers find images. */
    String imagesDomain() {
        return get("images-domain");
    }

    String hostedZoneId() {
        return get("hosted-zone-id");
    }

    String hostedZoneName() {
        return get("hosted-zone-name");
    }

    /** ARN in ACM, in the stage's region. */
    String certificate() {
        return get("certificate");
    }

    /** ARN in ACM, in us-east-1, where CloudFront looks for it. */
    String imagesCertificate() {
        return get("images-certificate");
    }

    /** The machine image for a processor. */
    String image(Processor processor) {
        return get("image-" + processor.name().toLowerCase(Locale.ROOT));
    }

    /** Two public keys, as PEM: links are signed by one, while the other is exchanged. */
    List<String> edgeKeys() {
        return List.of(pem("edge-key-1"), pem("edge-key-2"));
    }

    private String pem(String key) {
        try {
            return Files.readString(file.resolveSibling(get(key)));
        } catch (IOException unreadable) {
            throw new StageException(file + ": " + key + ": " + unreadable.getMessage(), unreadable);
        }
    }

    /** As the application takes it in consilium.storage.encryption. */
    String encryption() {
        return get("encryption");
    }

    /** The hospital's. */
    String timeZone() {
        return get("time-zone");
    }

    /** Who hears of alarms. */
    String operationsEmail() {
        return get("operations-email");
    }

    boolean hasPatientData() {
        return Boolean.parseBoolean(get("patient-data"));
    }

    /** The path of the nodes' configuration in Parameter Store. */
    String configurationPath() {
        return "/consilium/" + name();
    }
}
