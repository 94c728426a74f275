package org.consilium.ear.service;

import static org.awaitility.Awaitility.await;

import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import org.consilium.consultation.ConsultationId;
import org.consilium.consultation.ConsultationService;
import org.consilium.consultation.ConsultationThread;
import org.consilium.ear.service.server.Deployments;
import org.consilium.image.ImageId;
import org.consilium.image.UploadState;
import org.consilium.image.upload.ImageUploadService;
import org.consilium.testing.photo.SamplePhotos;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.junit.jupiter.api.extension.ExtendWith;

/** A test that runs inside the server; each of its methods makes its own people and consultations. */
@ExtendWith(ArquillianExtension.class)
abstract class InContainer {

    @Inject
    Hospital hospital;

    @Inject
    ConsultationService consultations;

    @Inject
    ImageUploadService uploads;

    @Inject
    Rows rows;

    @Deployment
    static EnterpriseArchive ear() {
        return Deployments.ear();
    }

    /** A photo that came with a form and has been checked. */
    ImageId photo(Actor owner, byte[] file) {
        ImageId id = owner.asks(() -> uploads.upload(new ByteArrayInputStream(file), false));
        await().pollInSameThread().until(() -> stateOf(owner, id).step() != UploadState.Step.CHECKING);
        return id;
    }

    ImageId photo(Actor owner) {
        return photo(owner, SamplePhotos.png(8, 8));
    }

    UploadState stateOf(Actor owner, ImageId id) {
        return owner.asks(() -> uploads.state(id));
    }

    /** A consultation that waits to be taken. */
    ConsultationId submittedBy(Actor patient) {
        return patient.asks(() -> consultations.submit(Forms.consultation()));
    }

    /** A consultation that {@code clinician} has taken. */
    ConsultationId inCare(Actor patient, Actor clinician) {
        ConsultationId id = submittedBy(patient);
        clinician.does(() -> consultations.take(id));
        return id;
    }

    ConsultationThread read(Actor reader, ConsultationId id) {
        return reader.asks(() -> consultations.read(id, null));
    }

    void close(Actor clinician, ConsultationId id) {
        long version = read(clinician, id).version();
        clinician.does(() -> consultations.close(id, Forms.closing(version)));
    }

    long consultationsOf(Actor owner) {
        return rows.count("consultation where patient_id = ?", owner.key());
    }

    long messagesIn(ConsultationId id) {
        return rows.count(
                "message m join consultation c on c.id = m.consultation_id where c.public_id = ?", id.value());
    }
}
