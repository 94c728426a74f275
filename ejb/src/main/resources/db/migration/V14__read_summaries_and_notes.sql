-- Why: a consultation that was closed with instructions was not new for the patient, nor a note for the other clinicians.
-- Whatever people write in a consultation is unread until its readers have seen it.

-- summaries_up_to: in after_visit_summary, notes_up_to: in staff_note, as read_up_to: in message. A node of the version
-- before leaves out both, so that they stay behind and nothing is taken for read.
ALTER TABLE consultation_reader
    ADD COLUMN summaries_up_to BIGINT NOT NULL DEFAULT 0,
    ADD COLUMN notes_up_to     BIGINT NOT NULL DEFAULT 0;

-- What is older than this counts as read by those who have opened the consultation: nobody knows better.
UPDATE consultation_reader
SET summaries_up_to = (SELECT COALESCE(MAX(id), 0) FROM after_visit_summary),
    notes_up_to     = (SELECT COALESCE(MAX(id), 0) FROM staff_note);
