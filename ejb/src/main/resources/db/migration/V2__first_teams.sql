-- Why: a hospital that starts has a team that reads what patients send, and teams to hand over to.

INSERT INTO team (public_id, name, intake) VALUES
    ('team-general-care-0001', 'General care', TRUE),
    ('team-skin-000000000001', 'Skin', NULL),
    ('team-children-00000001', 'Children', NULL),
    ('team-bones-joints-0001', 'Bones and joints', NULL);
