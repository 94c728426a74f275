-- Why: a letter is written in the transaction that it tells of, and sent after it, whatever becomes of the node.
-- A row for each letter that has not been sent. due_at: when the next node may try; null once it has been given up.
-- token: of its link, encrypted. language: null for all languages.
CREATE TABLE letter (
    id         BIGINT         NOT NULL AUTO_INCREMENT,
    public_id  CHAR(22)       CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    kind       VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    recipient  VARCHAR(254)   CHARACTER SET utf8mb4 COLLATE utf8mb4_bin NOT NULL,
    language   VARCHAR(16)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    token      VARBINARY(256) NULL,
    created_at DATETIME(6)    NOT NULL,
    due_at     DATETIME(6)    NULL,
    attempts   INT            NOT NULL,
    failure    VARCHAR(40)    CHARACTER SET ascii COLLATE ascii_bin NULL,
    version    BIGINT         NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY letter_public_id (public_id),
    KEY letter_due (due_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
