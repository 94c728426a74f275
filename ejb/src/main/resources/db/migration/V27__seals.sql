-- Why: one node at a time seals the audit trail, and the privacy officer sees whether the trail is intact.
-- seal_lease: the node that seals, until when, by the database's clock; after that any other node does. Two at once would do no harm: the
-- number of a seal is a key.
CREATE TABLE seal_lease (
    id         TINYINT     NOT NULL,
    holder     VARCHAR(64) CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    held_until DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO seal_lease (id, holder, held_until) VALUES (1, 'none', '2000-01-01');

-- trail_check: each verification of the whole trail, and its result.
-- heard_at: when its node was last heard of, so that one whose node has ended is known. findings: codes and ids, one to a line.
CREATE TABLE trail_check (
    id            BIGINT      NOT NULL AUTO_INCREMENT,
    requested_by  BIGINT      NOT NULL,
    requested_at  DATETIME(6) NOT NULL,
    heard_at      DATETIME(6) NOT NULL,
    ended_at      DATETIME(6) NULL,
    outcome       VARCHAR(10) CHARACTER SET ascii COLLATE ascii_bin NULL,
    entries       BIGINT      NOT NULL,
    seals         BIGINT      NOT NULL,
    anchors       BIGINT      NOT NULL,
    unsealed      BIGINT      NOT NULL,
    finding_count BIGINT      NOT NULL,
    findings      MEDIUMTEXT  CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    version       BIGINT      NOT NULL,
    PRIMARY KEY (id),
    KEY trail_check_requested_by (requested_by),
    CONSTRAINT trail_check_requester FOREIGN KEY (requested_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
