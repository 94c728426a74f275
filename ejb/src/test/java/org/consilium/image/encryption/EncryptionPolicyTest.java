package org.consilium.image.encryption;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.consilium.database.DuplicateKeyException;
import org.consilium.storage.Beans;
import org.consilium.storage.DataKeys;
import org.consilium.storage.EncryptionMode;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.StorageEncryption;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Images are encrypted with the key of the right person. */
class EncryptionPolicyTest {

    private static final long PATIENT = 1;
    private static final long DOCTOR = 2;
    private static final String CONSULTATION = "consultation";

    private final Map<Long, String> rows = new HashMap<>();
    private int created;
    /** A key that another node stores first. */
    private @Nullable String fromOtherNode;

    @Test
    void theStoreAndTheClientNeedNoKeyOfAPerson() throws ReflectiveOperationException {
        for (EncryptionMode mode : new EncryptionMode[] {EncryptionMode.STORE, EncryptionMode.CLIENT}) {
            EncryptionPolicy policy = policy(mode);
            assertThat(policy.withKey(policy.forNewImage(DOCTOR, CONSULTATION)))
                    .isEqualTo(new ObjectEncryption(mode, null));
        }
        assertThat(rows).isEmpty();
    }

    @Test
    void allImagesOfAConsultationHaveThePatientsKey() throws ReflectiveOperationException {
        EncryptionPolicy policy = policy(EncryptionMode.CUSTOMER_KEY);
        ImageEncryption ofPatient = policy.forNewImage(PATIENT, null);
        ImageEncryption ofDoctor = policy.forNewImage(DOCTOR, CONSULTATION);
        ObjectEncryption expected = new ObjectEncryption(EncryptionMode.CUSTOMER_KEY, "key 1");
        assertThat(ofDoctor).isEqualTo(ofPatient).isEqualTo(new ImageEncryption(EncryptionMode.CUSTOMER_KEY, PATIENT));
        assertThat(policy.withKey(ofDoctor)).isEqualTo(expected);
        assertThat(policy.withKey(ofPatient)).as("created once").isEqualTo(expected);
        assertThat(rows).containsExactly(Map.entry(PATIENT, "key 1"));
    }

    @Test
    void anImageWithoutAConsultationHasTheSendersKey() throws ReflectiveOperationException {
        EncryptionPolicy policy = policy(EncryptionMode.CUSTOMER_KEY);
        assertThat(policy.forNewImage(DOCTOR, null).keyOwner()).isEqualTo(DOCTOR);
        assertThat(policy.forNewImage(DOCTOR, "unknown").keyOwner()).isEqualTo(DOCTOR);
    }

    @Test
    void ifTwoNodesCreateAKeyTheFirstOneIsUsed() throws ReflectiveOperationException {
        EncryptionPolicy policy = policy(EncryptionMode.CUSTOMER_KEY);
        fromOtherNode = "key of another node";
        assertThat(policy.withKey(policy.forNewImage(PATIENT, null)).wrappedKey())
                .isEqualTo("key of another node");
    }

    private EncryptionPolicy policy(EncryptionMode mode) throws ReflectiveOperationException {
        EncryptionPolicy policy = new EncryptionPolicy();
        Beans.set(policy, "encryption", new StorageEncryption() {
            @Override
            public EncryptionMode mode() {
                return mode;
            }
        });
        Beans.set(policy, "dataKeys", new DataKeys() {
            @Override
            public String create() {
                created++;
                return "key " + created;
            }
        });
        Beans.set(policy, "keys", new Rows());
        PatientLookup patients =
                consultation -> consultation.equals(CONSULTATION) ? Optional.of(PATIENT) : Optional.empty();
        Beans.set(policy, "patients", patients);
        return policy;
    }

    /** The table of keys. */
    private final class Rows extends ImageKeys {
        @Override
        public Optional<String> find(long owner) {
            return Optional.ofNullable(rows.get(owner));
        }

        @Override
        public void add(long owner, String wrapped) {
            if (fromOtherNode != null) {
                rows.put(owner, fromOtherNode);
            }
            if (rows.putIfAbsent(owner, wrapped) != null) {
                throw new DuplicateKeyException("PRIMARY");
            }
        }
    }
}
