-- Why: what somebody has typed and not sent yet must survive the end of their session, a dead node, a dead phone, and a change
-- of device.
-- place: the form and the path of its page. content: encrypted, or empty once the form was sent. version: grows with each save,
-- so that two tabs with the same draft do not overwrite each other, and a late save does not bring back what was sent.
CREATE TABLE draft (
    id         BIGINT       NOT NULL AUTO_INCREMENT,
    account_id BIGINT       NOT NULL,
    place      VARCHAR(160) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    content    MEDIUMBLOB   NOT NULL,
    version    BIGINT       NOT NULL,
    expires_at DATETIME(6)  NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY draft_of_place (account_id, place),
    KEY draft_expiry (expires_at),
    CONSTRAINT draft_author FOREIGN KEY (account_id) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
