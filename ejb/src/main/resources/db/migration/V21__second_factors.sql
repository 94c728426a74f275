-- Why: whoever knows a password must not get in without something that its owner has (NIST SP 800-63B-4, section 2.2).
-- authenticator: an app that shows one-time codes (TOTP). secret: shared with the app, encrypted. confirmed_at: null until the
-- owner has typed a code of it. last_step: the time step of the last code that was used; no code of it, or of an earlier one,
-- counts again.
CREATE TABLE authenticator (
    id           BIGINT         NOT NULL AUTO_INCREMENT,
    account_id   BIGINT         NOT NULL,
    secret       VARBINARY(256) NOT NULL,
    confirmed_at DATETIME(6)    NULL,
    last_step    BIGINT         NOT NULL,
    created_at   DATETIME(6)    NOT NULL,
    PRIMARY KEY (id),
    KEY authenticator_account (account_id),
    CONSTRAINT authenticator_owner FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- recovery_code: for somebody whose authenticator is lost. It works once, and its row is deleted then.
-- code_hash: salted, and keyed with a secret that is not in the database.
CREATE TABLE recovery_code (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    account_id BIGINT      NOT NULL,
    salt       BINARY(16)  NOT NULL,
    code_hash  CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY recovery_code_account (account_id),
    CONSTRAINT recovery_code_owner FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
