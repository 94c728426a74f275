package org.consilium.image;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import org.consilium.storage.KeyWrapping;
import org.consilium.storage.Protection;
import org.consilium.storage.Protection.Way;
import org.consilium.storage.StorageEncryption;
import org.jspecify.annotations.Nullable;

/** Decides how images are encrypted that are stored from now on; with the key of the patient, if so. */
@ApplicationScoped
public class ImageProtection {

    @Inject
    private StorageEncryption encryption;

    @Inject
    private KeyWrapping wrapping;

    @Inject
    private ImageKeys keys;

    @Inject
    private PatientLookup patients;

    /**
     * For an image that is about to be stored.
     *
     * @param sender the account whose key it is as long as no consultation, and so no patient, is known
     * @param consultation the public id of the one that the image is for, if that is known
     */
    Safekeeping next(long sender, @Nullable String consultation) {
        Way way = encryption.way();
        if (way != Way.CUSTOMER_KEY) {
            return new Safekeeping(way, null);
        }
        Optional<Long> patient = consultation == null ? Optional.empty() : patients.patientOf(consultation);
        return new Safekeeping(way, patient.orElse(sender));
    }

    /**
     * What the object store has to know; with the key, which is made when it is first needed.
     *
     * @throws org.consilium.storage.StorageUnavailableException when KMS does not answer
     */
    Protection of(Safekeeping kept) {
        Long owner = kept.keyOwner();
        return new Protection(
                kept.way(), owner == null ? null : keys.find(owner).orElseGet(() -> first(owner)));
    }

    private String first(long owner) {
        try {
            keys.keep(owner, wrapping.create());
        } catch (PersistenceException quicker) {
            // another node has just made one: that counts
            return keys.find(owner).orElseThrow(() -> quicker);
        }
        return keys.find(owner).orElseThrow();
    }
}
