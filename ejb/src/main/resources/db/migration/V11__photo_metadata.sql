-- Why: the sender may have the place, the camera and the like removed from the file that is kept as the original.

-- KEPT; UNWANTED: to be removed by the check, or in a stored original; REMOVED
ALTER TABLE image
    ADD COLUMN metadata VARCHAR(8) CHARACTER SET ascii COLLATE ascii_bin NOT NULL DEFAULT 'KEPT';
