-- Why: a JPEG whose end is missing is shown if little is missing, and whoever judges by it is told.
-- Photos that are stored already were complete, and so are those that a node of the version before accepts.
ALTER TABLE image
    ADD COLUMN incomplete BOOLEAN NOT NULL DEFAULT FALSE;

ALTER TABLE message_image
    ADD COLUMN incomplete BOOLEAN NOT NULL DEFAULT FALSE;
