-- Why: the first tables. People who sign in, who cares for whom, and what they write to each other.
-- Runs unchanged on MySQL 8.4 and later and on MariaDB 11.4. Times are UTC; public ids are random and say nothing of a person.

-- status: INVITED, ACTIVE, DISABLED
CREATE TABLE account (
    id                    BIGINT       NOT NULL AUTO_INCREMENT,
    public_id             CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    email                 VARCHAR(254) NOT NULL,
    role                  VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    status                VARCHAR(10)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    first_name            VARCHAR(80)  NOT NULL,
    last_name             VARCHAR(80)  NOT NULL,
    password_hash         VARCHAR(255) CHARACTER SET ascii COLLATE ascii_bin NULL,
    failed_sign_ins       INT          NOT NULL DEFAULT 0,
    locked_until          DATETIME(6)  NULL,
    invitation_hash       CHAR(64)     CHARACTER SET ascii COLLATE ascii_bin NULL,
    invitation_expires_at DATETIME(6)  NULL,
    created_at            DATETIME(6)  NOT NULL,
    version               BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY account_public_id (public_id),
    UNIQUE KEY account_email (email),
    UNIQUE KEY account_invitation (invitation_hash),
    KEY account_name (last_name, first_name, id),
    KEY account_role (role, last_name, first_name, id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE patient (
    account_id          BIGINT      NOT NULL,
    date_of_birth       DATE        NOT NULL,
    privacy_notice      VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    privacy_accepted_at DATETIME(6) NOT NULL,
    version             BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id),
    CONSTRAINT patient_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE clinician (
    account_id BIGINT      NOT NULL,
    joined_at  DATETIME(6) NOT NULL,
    version    BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (account_id),
    CONSTRAINT clinician_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- Exactly one team is the first to see what patients send (intake = TRUE, the others NULL: a unique key ignores NULL).
CREATE TABLE team (
    id        BIGINT      NOT NULL AUTO_INCREMENT,
    public_id CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    name      VARCHAR(80) NOT NULL,
    intake    BOOLEAN     NULL,
    version   BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY team_public_id (public_id),
    UNIQUE KEY team_name (name),
    UNIQUE KEY team_intake (intake)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE team_member (
    team_id      BIGINT NOT NULL,
    clinician_id BIGINT NOT NULL,
    PRIMARY KEY (clinician_id, team_id),
    KEY team_member_team (team_id, clinician_id),
    CONSTRAINT team_member_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT team_member_clinician FOREIGN KEY (clinician_id) REFERENCES clinician (account_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- status: SUBMITTED, IN_PROGRESS, WAITING_FOR_PATIENT, CLOSED. urgency: 1 severe, 2 moderate, 3 mild, so that the queue reads its index forwards.
CREATE TABLE consultation (
    id               BIGINT       NOT NULL AUTO_INCREMENT,
    public_id        CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    patient_id       BIGINT       NOT NULL,
    team_id          BIGINT       NOT NULL,
    clinician_id     BIGINT       NULL,
    status           VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    urgency          TINYINT      NOT NULL,
    title            VARCHAR(120) NOT NULL,
    body_site        VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    since            DATE         NULL,
    submitted_at     DATETIME(6)  NOT NULL,
    waiting_since    DATETIME(6)  NOT NULL,
    last_activity_at DATETIME(6)  NOT NULL,
    closed_at        DATETIME(6)  NULL,
    idempotency_key  CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version          BIGINT       NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY consultation_public_id (public_id),
    UNIQUE KEY consultation_sent_once (patient_id, idempotency_key),
    KEY consultation_of_patient (patient_id, last_activity_at, id),
    KEY consultation_queue (team_id, status, urgency, waiting_since, id),
    KEY consultation_mine (clinician_id, status, urgency, waiting_since, id),
    KEY consultation_closed (team_id, status, last_activity_at, id),
    CONSTRAINT consultation_patient FOREIGN KEY (patient_id) REFERENCES patient (account_id),
    CONSTRAINT consultation_team FOREIGN KEY (team_id) REFERENCES team (id),
    CONSTRAINT consultation_clinician FOREIGN KEY (clinician_id) REFERENCES clinician (account_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE message (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    public_id       CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    consultation_id BIGINT      NOT NULL,
    author_id       BIGINT      NOT NULL,
    author_role     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    body            TEXT        NOT NULL,
    sent_at         DATETIME(6) NOT NULL,
    idempotency_key CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY message_public_id (public_id),
    UNIQUE KEY message_sent_once (author_id, idempotency_key),
    KEY message_of_consultation (consultation_id, id),
    CONSTRAINT message_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT message_author FOREIGN KEY (author_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- status: PENDING (being stored), STORED (waits for its message), ATTACHED (part of a message for
-- good), DISCARDED (its objects are being removed, then the row).
-- What S3 holds: <public_id>/original, <public_id>/display and <public_id>/thumbnail. Width and height are upright.
CREATE TABLE image (
    id           BIGINT      NOT NULL AUTO_INCREMENT,
    public_id    CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    owner_id     BIGINT      NOT NULL,
    status       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content_type VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    size_bytes   BIGINT      NOT NULL,
    sha256       CHAR(64)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width        INT         NOT NULL,
    height       INT         NOT NULL,
    created_at   DATETIME(6) NOT NULL,
    version      BIGINT      NOT NULL DEFAULT 0,
    PRIMARY KEY (id),
    UNIQUE KEY image_public_id (public_id),
    KEY image_unfinished (status, created_at),
    CONSTRAINT image_owner FOREIGN KEY (owner_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE message_image (
    message_id BIGINT   NOT NULL,
    position   TINYINT  NOT NULL,
    image_id   CHAR(22) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    width      INT      NOT NULL,
    height     INT      NOT NULL,
    PRIMARY KEY (message_id, position),
    UNIQUE KEY message_image_once (image_id),
    CONSTRAINT message_image_message FOREIGN KEY (message_id) REFERENCES message (id),
    CONSTRAINT message_image_image FOREIGN KEY (image_id) REFERENCES image (public_id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

CREATE TABLE staff_note (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    consultation_id BIGINT      NOT NULL,
    author_id       BIGINT      NOT NULL,
    body            TEXT        NOT NULL,
    written_at      DATETIME(6) NOT NULL,
    idempotency_key CHAR(36)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY staff_note_once (author_id, idempotency_key),
    KEY staff_note_of_consultation (consultation_id, id),
    CONSTRAINT staff_note_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT staff_note_author FOREIGN KEY (author_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- One row each time a consultation is closed: what was found, and what the patient is to do.
CREATE TABLE after_visit_summary (
    id              BIGINT      NOT NULL AUTO_INCREMENT,
    consultation_id BIGINT      NOT NULL,
    author_id       BIGINT      NOT NULL,
    author_role     VARCHAR(20) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    summary         TEXT        NOT NULL,
    instructions    TEXT        NOT NULL,
    written_at      DATETIME(6) NOT NULL,
    PRIMARY KEY (id),
    KEY after_visit_summary_of_consultation (consultation_id, id),
    CONSTRAINT after_visit_summary_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT after_visit_summary_author FOREIGN KEY (author_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- How far each reader has read; a message beyond it is unread.
CREATE TABLE consultation_reader (
    consultation_id BIGINT NOT NULL,
    account_id      BIGINT NOT NULL,
    read_up_to      BIGINT NOT NULL,
    PRIMARY KEY (consultation_id, account_id),
    KEY consultation_reader_account (account_id),
    CONSTRAINT consultation_reader_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT consultation_reader_account FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
