-- Why: patients can ask for an accounting of disclosures (45 CFR 164.528), which includes those outside of this system, and can ask
-- the privacy officer about an access to their record.

-- disclosure: as the privacy officer has entered it; kept for good. disclosed_on: the day, at the hospital.
CREATE TABLE disclosure (
    id                BIGINT       NOT NULL AUTO_INCREMENT,
    patient_id        BIGINT       NOT NULL,
    disclosed_on      DATE         NOT NULL,
    recipient         VARCHAR(200) NOT NULL,
    recipient_address VARCHAR(200) NULL,
    description       VARCHAR(500) NOT NULL,
    purpose           VARCHAR(500) NOT NULL,
    entered_by        BIGINT       NOT NULL,
    entered_at        DATETIME(6)  NOT NULL,
    form_key          CHAR(36)     CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY disclosure_form (entered_by, form_key),
    KEY disclosure_patient (patient_id, disclosed_on),
    CONSTRAINT disclosure_patient FOREIGN KEY (patient_id) REFERENCES account (id),
    CONSTRAINT disclosure_enterer FOREIGN KEY (entered_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;

-- privacy_question: kept for good. entry_id and entry_at: the entry of the trail that it is about. staff_id: who made that access.
CREATE TABLE privacy_question (
    id          BIGINT        NOT NULL AUTO_INCREMENT,
    public_id   CHAR(22)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    patient_id  BIGINT        NOT NULL,
    entry_id    BIGINT        NOT NULL,
    entry_at    DATETIME(6)   NOT NULL,
    staff_id    BIGINT        NOT NULL,
    question    VARCHAR(1000) NOT NULL,
    asked_at    DATETIME(6)   NOT NULL,
    form_key    CHAR(36)      CHARACTER SET ascii COLLATE ascii_bin NOT NULL,
    answer      VARCHAR(1000) NULL,
    answered_by BIGINT        NULL,
    answered_at DATETIME(6)   NULL,
    version     BIGINT        NOT NULL,
    PRIMARY KEY (id),
    UNIQUE KEY privacy_question_public_id (public_id),
    UNIQUE KEY privacy_question_form (patient_id, form_key),
    KEY privacy_question_staff (staff_id),
    KEY privacy_question_open (answered_at, asked_at),
    KEY privacy_question_answered_by (answered_by),
    CONSTRAINT privacy_question_patient FOREIGN KEY (patient_id) REFERENCES account (id),
    CONSTRAINT privacy_question_staff FOREIGN KEY (staff_id) REFERENCES account (id),
    CONSTRAINT privacy_question_answerer FOREIGN KEY (answered_by) REFERENCES account (id)
) ENGINE = InnoDB DEFAULT CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_520_ci;
