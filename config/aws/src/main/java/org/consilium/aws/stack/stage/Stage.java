package org.consilium.aws.stack.stage;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import software.amazon.awscdk.Environment;
import software.amazon.awscdk.StackProps;

/**
 * One deployment: everything that differs from another, read from a properties file. The constructs contain what is the
 * same everywhere; the capacity plan contains the sizes.
 */
public final class Stage {

    private static final int LEAST_ZONES = 3;

    private final StageFile file;

    private Stage(StageFile file) {
        this.file = file;
    }

    /**
     * Reads and checks the file of a stage.
     *
     * @param clock tells whether the agreement has been accepted yet
     * @throws IOException if the file cannot be read
     * @throws StageException if a key is missing, unknown or invalid, or if there would be patient data without a
     *     Business Associate Addendum
     */
    public static Stage read(Path file, Clock clock) throws IOException {
        Stage stage = new Stage(new StageFile(file));
        stage.check(LocalDate.now(clock));
        return stage;
    }

    private void check(LocalDate today) {
        file.require("account", "[0-9]{12}", "12 digits");
        file.require("region", "[a-z]{2}(-[a-z]+)+-[0-9]", "a region such as us-east-1");
        file.require("name", "[a-z][a-z0-9-]{1,19}", "2 to 20 lowercase letters, digits and hyphens");
        file.require("image-amd64", "ami-[0-9a-f]{8,17}", "the id of a machine image, never a name");
        file.require("image-arm64", "ami-[0-9a-f]{8,17}", "the id of a machine image, never a name");
        file.require("encryption", "sse-kms|client-side", "sse-kms or client-side: the bucket refuses the others");
        if (zones().size() < LEAST_ZONES) {
            throw file.invalid("zones: at least " + LEAST_ZONES + ", so that two are left when one fails");
        }
        file.require("patient-data", "true|false", "true or false");
        if (hasPatientData()) {
            requireAgreement(today);
        }
    }

    /** 45 CFR 164.504(e) and 164.308(b): no health information before the business associate has agreed. */
    private void requireAgreement(LocalDate today) {
        if (file.find("baa-agreement").isEmpty()) {
            throw file.invalid(
                    "patient-data=true needs baa-accepted and baa-agreement: first accept the AWS Business"
                            + " Associate Addendum in AWS Artifact, then enter the date and the agreement's id (see README.md)");
        }
        if (file.findDate("baa-accepted").filter(day -> !day.isAfter(today)).isEmpty()) {
            throw file.invalid(
                    "baa-accepted: the day on which the Business Associate Addendum was accepted, such as 2026-01-31");
        }
    }

    /** Part of the names that must be unique in an account. */
    public String name() {
        return file.get("name");
    }

    public String account() {
        return file.get("account");
    }

    /** The properties of a stack of this stage. */
    public StackProps stackIn(String region) {
        return StackProps.builder()
                .env(Environment.builder().account(account()).region(region).build())
                .crossRegionReferences(true)
                .terminationProtection(true)
                .build();
    }

    public String region() {
        return file.get("region");
    }

    /** Availability zones, such as us-east-1a. */
    public List<String> zones() {
        return file.list("zones");
    }

    /** The domain of the application. */
    public String domain() {
        return file.get("domain");
    }

    /** The domain from which browsers load images. */
    public String imagesDomain() {
        return file.get("images-domain");
    }

    public String hostedZoneId() {
        return file.get("hosted-zone-id");
    }

    public String hostedZoneName() {
        return file.get("hosted-zone-name");
    }

    /** ARN in ACM, in the stage's region. */
    public String certificate() {
        return file.get("certificate");
    }

    /** ARN in ACM, in us-east-1, which CloudFront requires. */
    public String imagesCertificate() {
        return file.get("images-certificate");
    }

    /** The id of the machine image for a processor. */
    public String image(Processor processor) {
        return file.get("image-" + processor.name().toLowerCase(Locale.ROOT));
    }

    /** Two public keys as PEM: links are signed by one, while the other is rotated. */
    public List<String> edgeKeys() {
        return List.of(file.content("edge-key-1"), file.content("edge-key-2"));
    }

    /** The value of consilium.storage.encryption. */
    public String encryption() {
        return file.get("encryption");
    }

    /** The hospital's time zone. */
    public String timeZone() {
        return file.get("time-zone");
    }

    /** The address that alarms are sent to. */
    public String operationsEmail() {
        return file.get("operations-email");
    }

    /** The address of the first privacy officer, who approves whom the first administrator invites. */
    public String privacyOfficerEmail() {
        return file.get("privacy-officer-email");
    }

    public boolean hasPatientData() {
        return Boolean.parseBoolean(file.get("patient-data"));
    }

    /** The path of the trail's keeper in Parameter Store, which is no part of the nodes'. */
    public String keeperPath() {
        return "/consilium-trail/" + name();
    }

    /** The path of the nodes' configuration in Parameter Store. */
    public String configurationPath() {
        return "/consilium/" + name();
    }
}
