-- Why: an image is of use when one knows what it shows, where on the body, and what a clinician saw in it.

-- description: in the sender's words; also what a screen reader says. pin_side: FRONT, BACK; pin_x, pin_y: per mille of the
-- outline's width and height, from its upper left
ALTER TABLE message_image
    ADD COLUMN description VARCHAR(200) NULL,
    ADD COLUMN pin_side    VARCHAR(5)   CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN pin_x       SMALLINT     NULL,
    ADD COLUMN pin_y       SMALLINT     NULL;

-- What somebody has drawn over an image, which itself stays as it is. shapes: JSON
CREATE TABLE image_annotation (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    image_id   CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    author_id  BIGINT      NOT NULL,
    shapes     TEXT        NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY image_annotation_of_image (image_id, id),
    KEY image_annotation_by (author_id),
    CONSTRAINT image_annotation_image FOREIGN KEY (image_id) REFERENCES image (public_id),
    CONSTRAINT image_annotation_author FOREIGN KEY (author_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
