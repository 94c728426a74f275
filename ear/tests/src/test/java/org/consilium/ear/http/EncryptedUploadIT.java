package org.consilium.ear.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.awt.Color;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.consilium.ear.http.Uploads.Ticket;
import org.consilium.ear.stand.People;
import org.consilium.ear.stand.People.Person;
import org.consilium.ear.stand.PhotoFiles;
import org.consilium.ear.stand.Previews;
import org.consilium.ear.stand.Records;
import org.consilium.ear.stand.Stand;
import org.consilium.ear.stand.ThreadPhotos;
import org.consilium.ear.stand.Visit;
import org.consilium.ear.stand.Visitors;
import org.consilium.local.store.Bucket;
import org.consilium.local.store.BucketClient;
import org.consilium.local.store.S3Server;
import org.consilium.testing.http.HttpVisit;
import org.consilium.testing.photo.SamplePhotos;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.ResponseBytes;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** The same by way of a node that encrypts before it stores: nobody but the application can read what lies there. */
class EncryptedUploadIT extends UploadJourney {

    private static final List<String> OBJECTS = List.of("original", "full", "display", "thumbnail");

    @Override
    URI node() {
        return Stand.get().secondNode().address();
    }

    @Test
    void nothingThatCanBeReadLiesInTheStore() {
        List<String> sentTo = new ArrayList<>();
        String image = Uploads.sendStored(
                () -> {
                    Ticket ticket = Ticket.of(Uploads.ticket(home, photo, ""));
                    sentTo.add(Records.text("SELECT object_key FROM image_upload WHERE image_id = ?", ticket.id()));
                    Uploads.putAll(ticket, photo);
                    assertThat(Uploads.complete(home, ticket)).isEqualTo("READY");
                    return ticket.id();
                },
                home,
                true);
        Bucket bucket = Stand.get().s3().createBucket(S3Server.DEFAULT_BUCKET);
        try (S3Client store = BucketClient.of(bucket)) {
            await().untilAsserted(
                            () -> assertThat(keys(store, bucket, "incoming/")).doesNotContainAnyElementsOf(sentTo));
            assertThat(keys(store, bucket, image + "/")).hasSize(OBJECTS.size());
            for (String object : OBJECTS) {
                ResponseBytes<GetObjectResponse> stored =
                        store.getObjectAsBytes(get -> get.bucket(bucket.name()).key(image + "/" + object));
                assertThat(Arrays.copyOf(stored.asByteArray(), JPEG.length))
                        .as(object)
                        .isNotEqualTo(JPEG);
                assertThat(stored.response().metadata().keySet())
                        .as("only what the encrypting client needs")
                        .allMatch(name -> name.toLowerCase(Locale.ROOT).startsWith("x-amz-"));
                assertThat(stored.response().metadata().toString())
                        .doesNotContainIgnoringCase(patient.lastName())
                        .doesNotContainIgnoringCase(patient.email());
            }
        }
        assertThat(Uploads.look(home, image, "thumbnail")).startsWith(JPEG);
    }

    private static List<String> keys(S3Client store, Bucket bucket, String prefix) {
        return store.listObjectsV2(list -> list.bucket(bucket.name()).prefix(prefix)).contents().stream()
                .map(S3Object::key)
                .toList();
    }

    /** The way may be changed: each image knows how it lies there. */
    @Test
    void nodesOfEitherWayShowTheImagesOfTheOther() {
        HttpVisit unencrypted = Visitors.signedIn(patient.email());
        byte[] blue = SamplePhotos.disc(320, 240, Color.BLUE);
        String here = Uploads.sendStored(home, blue, true);
        String there = Uploads.sendStored(unencrypted, blue, false);
        assertThat(unencrypted.get("/photo/" + there + "/display").status()).isEqualTo(303);
        assertThat(home.get("/photo/" + here + "/display").status()).isEqualTo(200);
        assertThat(Uploads.look(unencrypted, here, "display")).isEqualTo(Uploads.look(home, here, "display"));
        assertThat(home.get("/photo/" + there + "/display").status()).isEqualTo(303);
    }

    @Test
    void aDoctorSeesThePhotoOnThePage() {
        String path = "/consultation/" + People.consultation(patient, "Behind a lock");
        try (Visit patients = Visit.at(home.home()).signIn(patient.email()).open(path)) {
            patients.fill("Message", "Look at this");
            patients.field("Photos").setInputFiles(PhotoFiles.photo("locked.jpg", Color.BLUE));
            new Previews(patients).awaitReady(1);
            patients.press("Send");
            ThreadPhotos.photos(patients, 1);
        }
        Person doctor = People.doctor(People.GENERAL);
        try (Visit doctors = Visit.at(home.home()).signIn(doctor.email()).open(path)) {
            ThreadPhotos.photos(doctors, 1);
        }
    }
}
