package org.consilium.consultation;

import org.consilium.access.Relation;

/**
 * An image as part of a message, with what is shown of both.
 *
 * @param author the full name of who sent it
 * @param patient the patient's full name
 * @param withoutMetadata whether the original's metadata was removed at the sender's request
 * @param relation why the reader may see it
 */
record ShownImage(
        MessageImage image,
        Message message,
        Consultation consultation,
        String author,
        String patient,
        boolean withoutMetadata,
        Relation relation) {}
