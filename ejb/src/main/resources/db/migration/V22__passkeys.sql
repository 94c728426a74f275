-- Why: people sign in with a passkey, which a fake page cannot steal.
-- passkey: one that belongs to an account (WebAuthn Level 3, section 4, "credential record").
-- user_handle: by which authenticators know the account; nothing else uses it.
-- credential_hash: SHA-256 of credential_id, which is too long for an index.
-- name: what its owner calls it. transports: how it is reached, separated by spaces.
CREATE TABLE passkey (
    id              BIGINT          NOT NULL AUTO_INCREMENT,
    public_id       CHAR(22)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id      BIGINT          NOT NULL,
    user_handle     BINARY(32)      NOT NULL,
    credential_id   VARBINARY(1023) NOT NULL,
    credential_hash CHAR(64)        CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    public_key      VARBINARY(1024) NOT NULL,
    sign_count      BIGINT          NOT NULL,
    name            VARCHAR(80)     NOT NULL,
    transports      VARCHAR(80)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    backup_eligible BOOLEAN         NOT NULL,
    backed_up       BOOLEAN         NOT NULL,
    created_at      DATETIME(6)     NOT NULL,
    last_used_at    DATETIME(6)     NULL,
    version         BIGINT          NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY passkey_public_id (public_id),
    UNIQUE KEY passkey_credential (credential_hash),
    KEY passkey_account (account_id),
    CONSTRAINT passkey_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- passkey_challenge: what an authenticator was asked to sign, for five minutes at most. It is deleted when it is used.
-- account_id: null for a sign-in before which nobody has said who they are.
CREATE TABLE passkey_challenge (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    ceremony   VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id BIGINT      NULL,
    token_hash CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    challenge  BINARY(32)  NOT NULL,
    created_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY passkey_challenge_token (token_hash),
    KEY passkey_challenge_created (created_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
