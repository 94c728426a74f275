package org.consilium.image.encryption;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.consilium.database.DuplicateKeyException;
import org.consilium.storage.DataKeys;
import org.consilium.storage.EncryptionMode;
import org.consilium.storage.ObjectEncryption;
import org.consilium.storage.StorageEncryption;
import org.jspecify.annotations.Nullable;

/** Decides how new images are encrypted, and with which patient's key if the mode needs one. */
@ApplicationScoped
public class EncryptionPolicy {

    @Inject
    private StorageEncryption encryption;

    @Inject
    private DataKeys dataKeys;

    @Inject
    private ImageKeys keys;

    @Inject
    private PatientLookup patients;

    /**
     * Decides for an image that is about to be stored.
     *
     * @param sender the account that the key belongs to if the patient is not known
     * @param consultation the public id of the consultation that the image is for, if it is known
     */
    public ImageEncryption forNewImage(long sender, @Nullable String consultation) {
        EncryptionMode mode = encryption.mode();
        if (mode != EncryptionMode.CUSTOMER_KEY) {
            return new ImageEncryption(mode, null);
        }
        Optional<Long> patient = consultation == null ? Optional.empty() : patients.patientOf(consultation);
        return new ImageEncryption(mode, patient.orElse(sender));
    }

    /**
     * Adds the key, which is created on first use.
     *
     * @throws org.consilium.storage.StorageUnavailableException if KMS does not answer
     */
    public ObjectEncryption withKey(ImageEncryption image) {
        Long owner = image.keyOwner();
        return new ObjectEncryption(
                image.mode(), owner == null ? null : keys.find(owner).orElseGet(() -> createFor(owner)));
    }

    private String createFor(long owner) {
        try {
            keys.add(owner, dataKeys.create());
        } catch (DuplicateKeyException duplicate) {
            // another node has created the key first: use that one
            return keys.find(owner).orElseThrow(() -> duplicate);
        }
        return keys.find(owner).orElseThrow();
    }
}
