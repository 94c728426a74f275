-- Why: an account is opened when its address is confirmed, and a forgotten password is replaced by a letter.
-- registration: a form that was filled in to become a patient, until the address is confirmed, for a day at most.
-- It reserves nothing: several may have the same address.
CREATE TABLE registration (
    id             BIGINT       NOT NULL AUTO_INCREMENT,
    email          VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    first_name     VARCHAR(80)  NOT NULL,
    last_name      VARCHAR(80)  NOT NULL,
    date_of_birth  DATE         NOT NULL,
    password_hash  VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    privacy_notice VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    language       VARCHAR(16)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    token_hash     CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at     DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY registration_token (token_hash),
    KEY registration_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- password_reset: a link by which somebody may choose another password, for an hour at most.
-- account_id: null if no account of the address can sign in, so that such a request takes as long as any other.
CREATE TABLE password_reset (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    account_id BIGINT      NULL,
    token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY password_reset_token (token_hash),
    KEY password_reset_account (account_id),
    KEY password_reset_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- language: of letters; null if it is not known. A node of the version before leaves it as it is.
ALTER TABLE account
    ADD COLUMN language VARCHAR(16) CHARACTER SET ascii COLLATE ascii_bin NULL;
