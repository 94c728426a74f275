package org.consilium.image;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consilium.storage.Beans;
import org.consilium.storage.KeyWrapping;
import org.consilium.storage.Protection;
import org.consilium.storage.Protection.Way;
import org.consilium.storage.StorageEncryption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** With whose key an image is encrypted. */
class ImageProtectionTest {

    private static final long PATIENT = 1;
    private static final long DOCTOR = 2;
    private static final String CONSULTATION = "consultation";

    private final Map<Long, String> rows = new HashMap<>();
    private int made;
    /** What another node has put into the row meanwhile. */
    private @Nullable String quicker;

    @Test
    void theStoreAndTheClientNeedNoKeyOfAPerson() throws ReflectiveOperationException {
        for (Way way : new Way[] {Way.STORE, Way.CLIENT}) {
            ImageProtection protection = protection(way);
            assertThat(protection.of(protection.next(DOCTOR, CONSULTATION))).isEqualTo(new Protection(way, null));
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void allImagesOfAConsultationHaveThePatientsKeyWhoeverSendsThem() throws ReflectiveOperationException {
        ImageProtection protection = protection(Way.CUSTOMER_KEY);
        Safekeeping ofPatient = protection.next(PATIENT, null);
        Safekeeping ofDoctor = protection.next(DOCTOR, CONSULTATION);
        assertThat(ofDoctor).isEqualTo(ofPatient).isEqualTo(new Safekeeping(Way.CUSTOMER_KEY, PATIENT));
        assertThat(protection.of(ofDoctor)).isEqualTo(new Protection(Way.CUSTOMER_KEY, "key 1"));
        assertThat(protection.of(ofPatient)).as("made once").isEqualTo(new Protection(Way.CUSTOMER_KEY, "key 1"));
        assertThat(rows).containsExactly(Map.entry(PATIENT, "key 1"));
    }

    @Test
    void aPhotoForNoConsultationYetHasTheKeyOfWhoSendsIt() throws ReflectiveOperationException {
        ImageProtection protection = protection(Way.CUSTOMER_KEY);
        assertThat(protection.next(DOCTOR, null).keyOwner()).isEqualTo(DOCTOR);
        assertThat(protection.next(DOCTOR, "unknown").keyOwner()).isEqualTo(DOCTOR);
    }

    @Test
    void ofTwoNodesThatMakeAKeyTheFirstCounts() throws ReflectiveOperationException {
        ImageProtection protection = protection(Way.CUSTOMER_KEY);
        quicker = "key of another node";
        assertThat(protection.of(protection.next(PATIENT, null)).wrappedKey()).isEqualTo("key of another node");
    }

    private ImageProtection protection(Way way) throws ReflectiveOperationException {
        ImageProtection protection = new ImageProtection();
        Beans.set(protection, "encryption", new StorageEncryption() {
            @Override
            public Way way() {
                return way;
            }
        });
        Beans.set(protection, "wrapping", new KeyWrapping() {
            @Override
            public String create() {
                made++;
                return "key " + made;
            }
        });
        Beans.set(protection, "keys", new Rows());
        PatientLookup patients =
                consultation -> consultation.equals(CONSULTATION) ? Optional.of(PATIENT) : Optional.empty();
        Beans.set(protection, "patients", patients);
        return protection;
    }

    /** The table of keys. */
    private final class Rows extends ImageKeys {
        @Override
        public Optional<String> find(long owner) {
            return Optional.ofNullable(rows.get(owner));
        }

        @Override
        public void keep(long owner, String wrapped) {
            if (quicker != null) {
                rows.put(owner, quicker);
            }
            if (rows.putIfAbsent(owner, wrapped) != null) {
                throw new PersistenceException("a second key");
            }
        }
    }
}
