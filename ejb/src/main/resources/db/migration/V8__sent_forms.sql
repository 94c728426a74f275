-- Why: the key of a form that is sent again is compared with everything that was sent the first time. Before, a key that came
-- with another consultation or another photo counted as the same form, and what was written was lost.

-- form_key: comes with the form. content_sha256: of everything in it. Both are NULL in rows of the version before, which
-- finds a form again by idempotency_key; that column is kept until no node of that version is left.
ALTER TABLE consultation
    ADD COLUMN form_key       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN content_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD UNIQUE KEY consultation_of_form (patient_id, form_key);

ALTER TABLE message
    ADD COLUMN form_key       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN content_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD UNIQUE KEY message_of_form (author_id, form_key);

ALTER TABLE staff_note
    ADD COLUMN form_key       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN content_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD UNIQUE KEY staff_note_of_form (author_id, form_key);

ALTER TABLE image_annotation
    ADD COLUMN form_key       CHAR(36) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD COLUMN content_sha256 CHAR(64) CHARACTER SET ascii COLLATE ascii_bin NULL,
    ADD UNIQUE KEY image_annotation_of_form (author_id, form_key);
