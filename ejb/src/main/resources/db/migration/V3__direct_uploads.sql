-- Why: photos go from the browser straight to the object store. They are promised first, then there, and shown only once
-- they are checked; a message may be sent before that.

-- status: AWAITED (may be sent), RECEIVED (whole; waits for its check), PENDING (comes with a form and is being stored),
-- STORED (checked; can be shown), REFUSED (checked; cannot be used), DISCARDED (its objects are being removed, then the row).
-- consultation_id: the public id of the one that it may be part of; NULL for one that is not opened yet.
-- problem: why it was refused
ALTER TABLE image
    ADD COLUMN attached        BOOLEAN     NOT NULL DEFAULT FALSE,
    ADD COLUMN consultation_id CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN problem         VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD KEY image_of_owner (owner_id, sha256, status);
UPDATE image SET attached = TRUE, status = 'STORED' WHERE status = 'ATTACHED';

-- width and height are 0 until the image is checked
ALTER TABLE message_image
    ADD COLUMN problem VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NULL;

-- One row for each image that is on its way, gone once it is checked. part_sha256: 44 characters of Base64 a part, in their order.
-- claimed_until: a node is checking it; if it has died, another may after that.
CREATE TABLE image_upload (
    image_id      CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    object_key    VARCHAR(80)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    multipart_id  VARCHAR(512) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    part_sha256   TEXT         CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    attempts      INT          NOT NULL DEFAULT 0,
    claimed_until DATETIME(6)  NULL,
    PRIMARY KEY (image_id),
    CONSTRAINT image_upload_image FOREIGN KEY (image_id) REFERENCES image (public_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
