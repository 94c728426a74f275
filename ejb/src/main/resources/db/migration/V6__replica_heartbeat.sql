-- Why: a node reads from a replica only while that is close behind the primary, and sees by this row's time how far it is.

CREATE TABLE replica_heartbeat (
    id      TINYINT     NOT NULL,
    beat_at DATETIME(6) NOT NULL,
    PRIMARY KEY (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

INSERT INTO replica_heartbeat (id, beat_at) VALUES (1, '2000-01-01 00:00:00');
