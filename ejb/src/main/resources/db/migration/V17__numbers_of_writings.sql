-- Why: each list counted, for each of its rows, what its reader had not read. Now that is a subtraction: all that was
-- written, less what the reader wrote, less what they have read of the others.

-- number: the place among the messages (summaries, notes) of the consultation, from 1. NULL until the consultation is
-- numbered: when somebody first opens it after this, or after a node of the version before has written in it.
ALTER TABLE message
    ADD COLUMN number INT NULL,
    ADD KEY message_number (consultation_id, number);
ALTER TABLE after_visit_summary
    ADD COLUMN number INT NULL,
    ADD KEY after_visit_summary_number (consultation_id, number);
ALTER TABLE staff_note
    ADD COLUMN number INT NULL,
    ADD KEY staff_note_number (consultation_id, number);

-- numbered_version: the version for which the last numbers are right.
ALTER TABLE consultation
    ADD COLUMN messages         INT    NOT NULL DEFAULT 0,
    ADD COLUMN summaries        INT    NOT NULL DEFAULT 0,
    ADD COLUMN notes            INT    NOT NULL DEFAULT 0,
    ADD COLUMN numbered_version BIGINT NULL;

-- written: by the reader; read_of_others: how much of what others wrote for the reader.
-- read_up_to, summaries_up_to, and notes_up_to are of nodes of the version before.
ALTER TABLE consultation_reader
    MODIFY COLUMN read_up_to BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN written        INT NOT NULL DEFAULT 0,
    ADD COLUMN read_of_others INT NOT NULL DEFAULT 0;
