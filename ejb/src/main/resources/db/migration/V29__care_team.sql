-- Why: clinicians who are away are covered, and colleagues of other teams are asked for advice on one consultation.

-- cover: somebody has what the memberships of a colleague and the consultations taken by them give, from starts_at until ends_at; in
-- this time, the colleague is away. One that is ended early ends at that moment, or where it would have begun. It is kept for good.
CREATE TABLE cover (
    id          BIGINT      NOT NULL AUTO_INCREMENT,
    public_id   CHAR(22)    CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    covered_id  BIGINT      NOT NULL,
    covering_id BIGINT      NOT NULL,
    starts_at   DATETIME(6) NOT NULL,
    ends_at     DATETIME(6) NOT NULL,
    given_by    BIGINT      NOT NULL,
    given_at    DATETIME(6) NOT NULL,
    ended_by    BIGINT      NULL,
    ended_at    DATETIME(6) NULL,
    version     BIGINT      NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY cover_public_id (public_id),
    KEY cover_covered (covered_id, ends_at, starts_at, covering_id),
    KEY cover_covering (covering_id, ends_at, starts_at, covered_id),
    KEY cover_given_by (given_by),
    KEY cover_ended_by (ended_by),
    CONSTRAINT cover_covered FOREIGN KEY (covered_id) REFERENCES clinician (account_id),
    CONSTRAINT cover_covering FOREIGN KEY (covering_id) REFERENCES clinician (account_id),
    CONSTRAINT cover_giver FOREIGN KEY (given_by) REFERENCES account (id),
    CONSTRAINT cover_ender FOREIGN KEY (ended_by) REFERENCES account (id),
    CONSTRAINT cover_of_another CHECK (covered_id <> covering_id AND starts_at <= ends_at)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- asking: a clinician of the care team asks a colleague of another team into a consultation. It is kept for good.
-- active: TRUE while it lasts, then NULL, which a unique key ignores. outcome: ENDED, DECLINED, CLOSED; null while it lasts.
CREATE TABLE asking (
    id              BIGINT       NOT NULL AUTO_INCREMENT,
    public_id       CHAR(22)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    consultation_id BIGINT       NOT NULL,
    asked_id        BIGINT       NOT NULL,
    asked_by        BIGINT       NOT NULL,
    asked_at        DATETIME(6)  NOT NULL,
    note            VARCHAR(500) NOT NULL,
    active          BOOLEAN      NULL,
    outcome         VARCHAR(20)  CHARACTER SET ascii COLLATE ascii_bin NULL,
    ended_by        BIGINT       NULL,
    ended_at        DATETIME(6)  NULL,
    version         BIGINT       NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY asking_public_id (public_id),
    UNIQUE KEY asking_active (asked_id, active, consultation_id),
    KEY asking_consultation (consultation_id, active),
    KEY asking_asked_by (asked_by),
    KEY asking_ended_by (ended_by),
    CONSTRAINT asking_consultation FOREIGN KEY (consultation_id) REFERENCES consultation (id),
    CONSTRAINT asking_asked FOREIGN KEY (asked_id) REFERENCES clinician (account_id),
    CONSTRAINT asking_asker FOREIGN KEY (asked_by) REFERENCES account (id),
    CONSTRAINT asking_ender FOREIGN KEY (ended_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- asked: how many colleagues are asked in at the moment; zero for nearly all, for which nothing else is asked then.
ALTER TABLE consultation ADD COLUMN asked INT NOT NULL DEFAULT 0;

-- Who holds open consultations of which team, for the timer that looks for those of people who are away.
ALTER TABLE consultation ADD KEY consultation_held (stage, clinician_id, team_id);
