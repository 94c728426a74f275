-- Why: people who have lost every second factor are let in again by two others, and who has changed an account, and why, is known.
-- factor_reset: a request to remove the second factors of an account, made by one person, and approved by another. It is kept for good.
-- reason: how the first one has proved the owner's identity. in_person: at the clinic; then a patient does not have to wait.
-- email: of the account at that time. effective_at: when an approved one is carried out. outcome: null while it is open.
CREATE TABLE factor_reset (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    public_id    CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   BIGINT       NOT NULL,
    email        VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    reason       VARCHAR(500) NOT NULL,
    in_person    BOOLEAN      NOT NULL,
    requested_by BIGINT       NOT NULL,
    requested_at DATETIME(6)  NOT NULL,
    approved_by  BIGINT       NULL,
    approved_at  DATETIME(6)  NULL,
    effective_at DATETIME(6)  NULL,
    outcome      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ended_by     BIGINT       NULL,
    ended_at     DATETIME(6)  NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY factor_reset_public_id (public_id),
    KEY factor_reset_account (account_id, outcome),
    KEY factor_reset_open (outcome, effective_at),
    KEY factor_reset_requested_by (requested_by),
    KEY factor_reset_approved_by (approved_by),
    KEY factor_reset_ended_by (ended_by),
    CONSTRAINT factor_reset_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT factor_reset_requester FOREIGN KEY (requested_by) REFERENCES account (id),
    CONSTRAINT factor_reset_approver FOREIGN KEY (approved_by) REFERENCES account (id),
    CONSTRAINT factor_reset_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT factor_reset_second_person
        CHECK (requested_by <> account_id AND approved_by <> requested_by AND approved_by <> account_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- account_unlock: an administrator has let somebody in again whom wrong passwords had locked out. It is kept for good.
CREATE TABLE account_unlock (
    id          BIGINT       NOT NULL AUTO_INCREMENT,
    account_id  BIGINT       NOT NULL,
    reason      VARCHAR(500) NOT NULL,
    unlocked_by BIGINT       NOT NULL,
    unlocked_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    KEY account_unlock_account (account_id),
    KEY account_unlock_by (unlocked_by),
    CONSTRAINT account_unlock_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT account_unlock_by FOREIGN KEY (unlocked_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- former_name: how somebody was called until they changed their name. It is kept for good.
CREATE TABLE former_name (
    id         BIGINT      NOT NULL AUTO_INCREMENT,
    account_id BIGINT      NOT NULL,
    first_name VARCHAR(80) NOT NULL,
    last_name  VARCHAR(80) NOT NULL,
    changed_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY former_name_account (account_id),
    CONSTRAINT former_name_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- address_change: another e-mail address of an account, until it is proved, for a day at most.
-- available: whether no account had the address when it was asked for. tries: passwords that were entered at the link.
CREATE TABLE address_change (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    account_id BIGINT       NOT NULL,
    email      VARCHAR(254) CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    available  BOOLEAN      NOT NULL,
    token_hash CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    tries      INT          NOT NULL,
    created_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY address_change_token (token_hash),
    KEY address_change_account (account_id),
    KEY address_change_created (created_at),
    CONSTRAINT address_change_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- closing_request: the owner asks to close an account, and an administrator decides. It is kept for good.
-- outcome: null until it is decided. reason: of the decision; empty if the owner has taken the request back.
CREATE TABLE closing_request (
    id           BIGINT       NOT NULL AUTO_INCREMENT,
    public_id    CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    account_id   BIGINT       NOT NULL,
    requested_at DATETIME(6)  NOT NULL,
    outcome      VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    reason       VARCHAR(500) NULL,
    ended_by     BIGINT       NULL,
    ended_at     DATETIME(6)  NULL,
    version      BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY closing_request_public_id (public_id),
    KEY closing_request_account (account_id, outcome),
    KEY closing_request_open (outcome, requested_at),
    KEY closing_request_ended_by (ended_by),
    CONSTRAINT closing_request_account FOREIGN KEY (account_id) REFERENCES account (id),
    CONSTRAINT closing_request_ender FOREIGN KEY (ended_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- chosen_time_zone: in which somebody always reads times; null for that of the device.
ALTER TABLE account ADD COLUMN chosen_time_zone VARCHAR(64) NULL;
