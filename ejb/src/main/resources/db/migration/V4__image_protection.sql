-- Why: the way in which images are encrypted can be changed; each image remembers how it was, and stays readable.

-- protection: STORE (by the object store, with keys of its own or of the hospital in KMS), CUSTOMER_KEY (by the object store
-- with a key that is sent with each request and that it does not keep), CLIENT (by the application)
-- key_owner_id: whose key that is, for CUSTOMER_KEY
ALTER TABLE image
    ADD COLUMN protection   VARCHAR(12) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'STORE',
    ADD COLUMN key_owner_id BIGINT NULL;

-- A key for each patient, wrapped by KMS or by the hospital's own key: useless without that.
CREATE TABLE image_key (
    owner_id    BIGINT        NOT NULL,
    wrapped_key VARCHAR(1024) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at  DATETIME(6)   NOT NULL,
    PRIMARY KEY (owner_id),
    CONSTRAINT image_key_owner FOREIGN KEY (owner_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
