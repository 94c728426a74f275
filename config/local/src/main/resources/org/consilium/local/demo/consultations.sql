-- Why: the consultations of the demo, in every state that a consultation can have.
-- Times are relative to the start. The rows of the photos exist already.

SET @now = UTC_TIMESTAMP(6);

-- 1: Itchy rash on my forearm
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 1, 'demo-consultation-0001', 1, team.id, NULL, 'SUBMITTED', 2, 'Itchy rash on my forearm', 'ARM', DATE(@now - INTERVAL 3 DAY), @now - INTERVAL 25 MINUTE, @now - INTERVAL 25 MINUTE, @now - INTERVAL 25 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (1, 'demo-message-000000001', 1, 1, 'PATIENT',
     'Since Friday I have had a red, itchy rash on the inside of my left forearm. It started as a few dots and is now about as large as my palm. I was gardening on Thursday and may have touched something. An antihistamine from the pharmacy helps a little at night.\n\nThe photo is from this morning.',
     @now - INTERVAL 25 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (1, 0, 'demo-image-00000000001', 1200, 900, 'The inside of my left forearm, this morning', 'FRONT', 760, 440);

-- 2: Red eye since the weekend
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 2, 'demo-consultation-0002', 1, team.id, 3, 'WAITING_FOR_PATIENT', 3, 'Red eye since the weekend', 'EYES', DATE(@now - INTERVAL 5 DAY), @now - INTERVAL 4440 MINUTE, @now - INTERVAL 4080 MINUTE, @now - INTERVAL 300 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (2, 'demo-message-000000002', 2, 1, 'PATIENT',
     'My right eye has been red and watery since Saturday. It feels as if there were sand in it. I can see normally, and light does not bother me much.',
     @now - INTERVAL 4440 MINUTE, UUID()),
    (3, 'demo-message-000000003', 2, 2, 'NURSE',
     'Thank you for the clear photo, Paula. Is there any yellow discharge, and is the eye stuck together in the morning? And do you wear contact lenses?',
     @now - INTERVAL 4140 MINUTE, UUID()),
    (4, 'demo-message-000000004', 2, 1, 'PATIENT',
     'A little crust in the morning, no yellow discharge. I do wear lenses, but not since Saturday.',
     @now - INTERVAL 4080 MINUTE, UUID()),
    (5, 'demo-message-000000005', 2, 3, 'DOCTOR',
     'Good that you left the lenses out. This looks like an irritated conjunctiva. Please use preservative-free artificial tears four times a day and keep the lenses out until the eye has been white for two days.\n\nHow is it today? If it hurts, if light bothers you or if you see less, call us at once.',
     @now - INTERVAL 300 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (2, 0, 'demo-image-00000000003', 1200, 900, 'My right eye, the white is red', 'FRONT', 455, 85);

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (2, 2,
     'Lens wearer. No pain, no photophobia, vision normal by her account. Dr. Doctor, could you have a look?',
     @now - INTERVAL 4135 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (2, 1, 4),
    (2, 2, 3),
    (2, 3, 5);

-- 3: Twisted ankle on the stairs
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 3, 'demo-consultation-0003', 1, team.id, 3, 'IN_PROGRESS', 2, 'Twisted ankle on the stairs', 'FOOT', DATE(@now - INTERVAL 1 DAY), @now - INTERVAL 1200 MINUTE, @now - INTERVAL 90 MINUTE, @now - INTERVAL 90 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (6, 'demo-message-000000006', 3, 1, 'PATIENT',
     'I missed the last step yesterday evening and my left ankle turned inward. It is swollen on the outside and turning blue. I can walk a few steps, but it hurts.',
     @now - INTERVAL 1200 MINUTE, UUID()),
    (7, 'demo-message-000000007', 3, 3, 'DOCTOR',
     'Sorry to hear that, Paula. Please press gently on the bone at the outside of the ankle, on its back edge: does that hurt more than the soft part in front of it? Until then: rest, cool it for 15 minutes at a time, and keep the foot up.',
     @now - INTERVAL 1080 MINUTE, UUID()),
    (8, 'demo-message-000000008', 3, 1, 'PATIENT',
     'The soft part in front hurts more; the bone itself is fine. I cooled it all evening. The swelling has gone down a little since, here is today''s photo.',
     @now - INTERVAL 90 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (6, 0, 'demo-image-00000000002', 1200, 900, 'My left ankle from the outside, the evening it happened', 'FRONT', 590, 930),
    (8, 0, 'demo-image-00000000004', 1200, 900, 'The same ankle the next day', 'FRONT', 590, 930);

INSERT INTO image_annotation (image_id, author_id, shapes, created_at) VALUES
    ('demo-image-00000000004', 3,
     '[{"kind":"circle","points":[0.52,0.5,0.64,0.5]},{"kind":"text","points":[0.6,0.3],"text":"Press here: does it hurt?"}]',
     @now - INTERVAL 80 MINUTE);

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (3, 3,
     'Sounds like a sprain of the outer ligament. Waiting for the Ottawa criteria before deciding on an X-ray.',
     @now - INTERVAL 1070 MINUTE, UUID()),
    (3, 2,
     'She says no bone tenderness and can take four steps.',
     @now - INTERVAL 80 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (3, 1, 8),
    (3, 3, 7);

-- 4: Fever and a sore throat
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 4, 'demo-consultation-0004', 1, team.id, 2, 'CLOSED', 2, 'Fever and a sore throat', 'MOUTH_THROAT', DATE(@now - INTERVAL 16 DAY), @now - INTERVAL 21600 MINUTE, @now - INTERVAL 17460 MINUTE, @now - INTERVAL 17280 MINUTE, @now - INTERVAL 17280 MINUTE, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (9, 'demo-message-000000009', 4, 1, 'PATIENT',
     'Since yesterday I have had a fever and a sore throat. Swallowing hurts. The thermometer is in the photo.',
     @now - INTERVAL 21600 MINUTE, UUID()),
    (10, 'demo-message-000000010', 4, 2, 'NURSE',
     'That is a real fever. Do you have a cough or a runny nose as well, and are there white spots on your tonsils?',
     @now - INTERVAL 21480 MINUTE, UUID()),
    (11, 'demo-message-000000011', 4, 1, 'PATIENT',
     'A runny nose and some coughing. No white spots that I can see.',
     @now - INTERVAL 21420 MINUTE, UUID()),
    (12, 'demo-message-000000012', 4, 2, 'NURSE',
     'Then it is most likely a viral infection that goes away on its own. Drink plenty, rest, and take acetaminophen if you feel miserable. Write to me if the fever is still there in three days.',
     @now - INTERVAL 21360 MINUTE, UUID()),
    (13, 'demo-message-000000013', 4, 1, 'PATIENT',
     'The fever has been gone since yesterday. Thank you!',
     @now - INTERVAL 17460 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (9, 0, 'demo-image-00000000005', 1200, 900, 'The thermometer, just now', NULL, NULL, NULL);

INSERT INTO after_visit_summary (consultation_id, author_id, author_role, summary, instructions, written_at) VALUES
    (4, 2, 'NURSE',
     'Viral infection of the throat with fever up to 38.9 °C for three days, no sign of a bacterial infection. Recovered without treatment.',
     'Take it easy for another week and keep drinking plenty. Write to us again if the fever comes back, or if swallowing becomes harder.',
     @now - INTERVAL 17280 MINUTE);

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (4, 1, 13),
    (4, 2, 13);

-- 5: A mole that looks different
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 5, 'demo-consultation-0005', 6, team.id, NULL, 'SUBMITTED', 3, 'A mole that looks different', 'BACK', DATE(@now - INTERVAL 30 DAY), @now - INTERVAL 2880 MINUTE, @now - INTERVAL 2880 MINUTE, @now - INTERVAL 2640 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-skin-000000000001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (14, 'demo-message-000000014', 5, 6, 'PATIENT',
     'My partner noticed that a mole on my shoulder blade has become larger and now has two shades of brown. It neither itches nor bleeds. The coin in the photo is there for the size.',
     @now - INTERVAL 2880 MINUTE, UUID()),
    (15, 'demo-message-000000015', 5, 2, 'NURSE',
     'Thank you, Rosa. I am passing this on to our skin team, who will look at it within two days. There is nothing you need to do until then.',
     @now - INTERVAL 2640 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (14, 0, 'demo-image-00000000006', 1200, 900, 'A dark spot beside a coin', 'BACK', 560, 300);

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (5, 2,
     'Handed over to Skin: change in size and color within a few months, no bleeding.',
     @now - INTERVAL 2638 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (5, 6, 15);

-- 6: Dry, cracked hands
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 6, 'demo-consultation-0006', 6, team.id, 10, 'IN_PROGRESS', 2, 'Dry, cracked hands', 'HAND', DATE(@now - INTERVAL 21 DAY), @now - INTERVAL 5760 MINUTE, @now - INTERVAL 420 MINUTE, @now - INTERVAL 420 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-skin-000000000001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (16, 'demo-message-000000016', 6, 6, 'PATIENT',
     'I work in a bakery and wash my hands all day. For three weeks the knuckles have been dry and cracked, and they burn when I use soap.',
     @now - INTERVAL 5760 MINUTE, UUID()),
    (17, 'demo-message-000000017', 6, 10, 'DOCTOR',
     'That is hard on the skin. Do you wear gloves at work, and which cream have you tried so far?',
     @now - INTERVAL 4560 MINUTE, UUID()),
    (18, 'demo-message-000000018', 6, 6, 'PATIENT',
     'Only thin latex gloves now and then. I have tried a plain hand cream from the supermarket; it helps for about an hour.',
     @now - INTERVAL 420 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (16, 0, 'demo-image-00000000007', 1200, 900, 'The back of my right hand', 'BACK', 840, 560);

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (6, 10,
     'Irritant contact dermatitis most likely; ask about latex.',
     @now - INTERVAL 4557 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (6, 6, 17),
    (6, 10, 18);

-- 7: Knee hurts on the stairs
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 7, 'demo-consultation-0007', 7, team.id, 11, 'WAITING_FOR_PATIENT', 2, 'Knee hurts on the stairs', 'LEG', DATE(@now - INTERVAL 45 DAY), @now - INTERVAL 8640 MINUTE, @now - INTERVAL 6060 MINUTE, @now - INTERVAL 1440 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-bones-joints-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (19, 'demo-message-000000019', 7, 7, 'PATIENT',
     'My right knee hurts at the front when I go down stairs or stand up from a low chair. No accident that I remember. I started running again in the spring.',
     @now - INTERVAL 8640 MINUTE, UUID()),
    (20, 'demo-message-000000020', 7, 11, 'NURSE',
     'Hello Kurt. Does it ever swell, lock or give way? And how far do you run?',
     @now - INTERVAL 7200 MINUTE, UUID()),
    (21, 'demo-message-000000021', 7, 7, 'PATIENT',
     'No swelling, no locking. Ten kilometers, three times a week.',
     @now - INTERVAL 6060 MINUTE, UUID()),
    (22, 'demo-message-000000022', 7, 11, 'NURSE',
     'That fits an overloaded kneecap. Please halve the distance for two weeks, avoid running downhill, and do the exercise for the thigh: sitting, leg straight, hold for ten seconds, fifteen times, twice a day. Tell me how the stairs feel after one week.',
     @now - INTERVAL 1440 MINUTE, UUID());

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (7, 11,
     'Ask for an appointment if no better in four weeks.',
     @now - INTERVAL 1435 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (7, 7, 19),
    (7, 11, 22);

-- 8: Back pain that runs down my leg
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 8, 'demo-consultation-0008', 7, team.id, NULL, 'SUBMITTED', 1, 'Back pain that runs down my leg', 'BACK', DATE(@now - INTERVAL 2 DAY), @now - INTERVAL 130 MINUTE, @now - INTERVAL 130 MINUTE, @now - INTERVAL 130 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (23, 'demo-message-000000023', 8, 7, 'PATIENT',
     'Since I lifted a crate on Wednesday I have had strong pain in the lower back that runs down the left leg to the foot. I can hardly sit. The leg tingles, but I can move everything, and going to the toilet is normal.',
     @now - INTERVAL 130 MINUTE, UUID());

-- 9: Tos que no se va
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 9, 'demo-consultation-0009', 8, team.id, NULL, 'SUBMITTED', 3, 'Tos que no se va', 'CHEST', DATE(@now - INTERVAL 18 DAY), @now - INTERVAL 540 MINUTE, @now - INTERVAL 540 MINUTE, @now - INTERVAL 540 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (24, 'demo-message-000000024', 9, 8, 'PATIENT',
     'Buenos días. Tuve un resfriado hace tres semanas y desde entonces me queda una tos seca, sobre todo por la noche. No tengo fiebre ni me falta el aire. ¿Debo preocuparme?',
     @now - INTERVAL 540 MINUTE, UUID());

-- 10: Dolor de estómago después de comer
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 10, 'demo-consultation-0010', 8, team.id, 3, 'IN_PROGRESS', 2, 'Dolor de estómago después de comer', 'ABDOMEN', DATE(@now - INTERVAL 12 DAY), @now - INTERVAL 3240 MINUTE, @now - INTERVAL 240 MINUTE, @now - INTERVAL 240 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (25, 'demo-message-000000025', 10, 8, 'PATIENT',
     'Desde hace casi dos semanas me duele la boca del estómago después de comer, como un ardor. Con comidas ligeras es menos fuerte.',
     @now - INTERVAL 3240 MINUTE, UUID()),
    (26, 'demo-message-000000026', 10, 3, 'DOCTOR',
     'Gracias por escribir, Carmen. ¿Toma usted algún medicamento para el dolor, por ejemplo ibuprofeno? ¿Ha perdido peso o ha visto sangre en las heces?',
     @now - INTERVAL 2880 MINUTE, UUID()),
    (27, 'demo-message-000000027', 10, 8, 'PATIENT',
     'Sí, ibuprofeno casi todos los días por la espalda. No he perdido peso y no he visto sangre.',
     @now - INTERVAL 240 MINUTE, UUID());

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (10, 3,
     'Daily ibuprofen is the likely cause: suggest stopping it and a proton pump inhibitor for four weeks.',
     @now - INTERVAL 2876 MINUTE, UUID());

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (10, 8, 27),
    (10, 3, 26);

-- 11: I burned my hand on the oven
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 11, 'demo-consultation-0011', 9, team.id, 12, 'WAITING_FOR_PATIENT', 1, 'I burned my hand on the oven', 'HAND', DATE(@now - INTERVAL 0 DAY), @now - INTERVAL 360 MINUTE, @now - INTERVAL 360 MINUTE, @now - INTERVAL 330 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-children-00000001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (28, 'demo-message-000000028', 11, 9, 'PATIENT',
     'I touched the oven door when I took out a pizza. There is a blister on my finger and it hurts a lot. My mom cooled it with water.',
     @now - INTERVAL 360 MINUTE, UUID()),
    (29, 'demo-message-000000029', 11, 12, 'DOCTOR',
     'Well done, both of you: cooling was exactly right. Please do not open the blister. Cover it loosely with a clean, dry dressing. How large is the blister compared to a coin, and can you bend the finger?',
     @now - INTERVAL 330 MINUTE, UUID());

INSERT INTO message_image (message_id, position, image_id, width, height, description, pin_side, pin_x, pin_y) VALUES
    (28, 0, 'demo-image-00000000008', 1200, 900, 'The blister on my finger', 'FRONT', 170, 570);

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (11, 9, 28),
    (11, 12, 29);

-- 12: Tick bite behind the knee
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 12, 'demo-consultation-0012', 9, team.id, 2, 'CLOSED', 3, 'Tick bite behind the knee', 'LEG', DATE(@now - INTERVAL 50 DAY), @now - INTERVAL 70560 MINUTE, @now - INTERVAL 59160 MINUTE, @now - INTERVAL 59040 MINUTE, @now - INTERVAL 59040 MINUTE, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (30, 'demo-message-000000030', 12, 9, 'PATIENT',
     'I found a tick behind my knee after camping and pulled it out with tweezers. Is there anything I should do?',
     @now - INTERVAL 70560 MINUTE, UUID()),
    (31, 'demo-message-000000031', 12, 2, 'NURSE',
     'Well done. Take a photo of the spot now and look at it once a week. If a red ring appears that grows, or if you feel ill, write to us.',
     @now - INTERVAL 70500 MINUTE, UUID()),
    (32, 'demo-message-000000032', 12, 9, 'PATIENT',
     'One week later there is only a tiny dot. No ring.',
     @now - INTERVAL 59160 MINUTE, UUID());

INSERT INTO after_visit_summary (consultation_id, author_id, author_role, summary, instructions, written_at) VALUES
    (12, 2, 'NURSE',
     'Tick bite, removed on the same day. No ring-shaped redness after a week.',
     'Look at the spot once a week until four weeks have passed. Write to us if a red ring appears, or if you get a fever or sore joints.',
     @now - INTERVAL 59040 MINUTE);

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (12, 9, 32),
    (12, 2, 32);

-- 13: Headaches in the afternoon
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 13, 'demo-consultation-0013', 6, team.id, 3, 'CLOSED', 2, 'Headaches in the afternoon', 'HEAD', DATE(@now - INTERVAL 25 DAY), @now - INTERVAL 11520 MINUTE, @now - INTERVAL 4620 MINUTE, @now - INTERVAL 4320 MINUTE, @now - INTERVAL 4320 MINUTE, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (33, 'demo-message-000000033', 13, 6, 'PATIENT',
     'For a few weeks I have had a pressing headache on both sides, nearly every afternoon. No nausea, and light does not bother me.',
     @now - INTERVAL 11520 MINUTE, UUID()),
    (34, 'demo-message-000000034', 13, 3, 'DOCTOR',
     'How much do you drink during the day, and how do you sit at work? Please keep a short diary for five days: when it starts, how strong it is, and what you did before.',
     @now - INTERVAL 10080 MINUTE, UUID()),
    (35, 'demo-message-000000035', 13, 6, 'PATIENT',
     'The diary was useful: it only happens on days with little water and long hours at the counter. On my days off there is nothing.',
     @now - INTERVAL 4620 MINUTE, UUID());

INSERT INTO staff_note (consultation_id, author_id, body, written_at, idempotency_key) VALUES
    (13, 3,
     'Tension-type headache; no warning signs.',
     @now - INTERVAL 10074 MINUTE, UUID());

INSERT INTO after_visit_summary (consultation_id, author_id, author_role, summary, instructions, written_at) VALUES
    (13, 3, 'DOCTOR',
     'Tension-type headache that goes with long standing and too little to drink. No warning signs.',
     'Drink a glass of water every hour, take a short walk in your break, and stretch neck and shoulders twice a day. Come back to us if the pain becomes sudden and severe, or if a fever or a stiff neck joins it.',
     @now - INTERVAL 4320 MINUTE);

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (13, 3, 35);

-- 14: Cut on my thumb
INSERT INTO consultation
    (id, public_id, patient_id, team_id, clinician_id, status, urgency, title, body_site, since, submitted_at, waiting_since, last_activity_at, closed_at, idempotency_key)
SELECT 14, 'demo-consultation-0014', 7, team.id, 2, 'IN_PROGRESS', 2, 'Cut on my thumb', 'HAND', DATE(@now - INTERVAL 9 DAY), @now - INTERVAL 12960 MINUTE, @now - INTERVAL 180 MINUTE, @now - INTERVAL 180 MINUTE, NULL, UUID()
FROM team WHERE public_id = 'team-general-care-0001';

INSERT INTO message (id, public_id, consultation_id, author_id, author_role, body, sent_at, idempotency_key) VALUES
    (36, 'demo-message-000000036', 14, 7, 'PATIENT',
     'I cut my thumb with a kitchen knife. It bled a lot, but it has stopped. The cut is about one centimeter long.',
     @now - INTERVAL 12960 MINUTE, UUID()),
    (37, 'demo-message-000000037', 14, 2, 'NURSE',
     'Can you bend and straighten the thumb fully, and does the tip feel normal? And when was your last tetanus vaccination?',
     @now - INTERVAL 12900 MINUTE, UUID()),
    (38, 'demo-message-000000038', 14, 7, 'PATIENT',
     'Everything moves and feels normal. The vaccination was four years ago.',
     @now - INTERVAL 12840 MINUTE, UUID()),
    (39, 'demo-message-000000039', 14, 7, 'PATIENT',
     'It had healed well, but since yesterday the edge has been red and warm. Should I come in?',
     @now - INTERVAL 180 MINUTE, UUID());

INSERT INTO after_visit_summary (consultation_id, author_id, author_role, summary, instructions, written_at) VALUES
    (14, 2, 'NURSE',
     'Small, clean cut on the thumb, tetanus protection up to date.',
     'Keep it dry for two days and change the bandage daily. Write to us if it becomes red, warm or more painful.',
     @now - INTERVAL 7200 MINUTE);

INSERT INTO consultation_reader (consultation_id, account_id, read_up_to) VALUES
    (14, 7, 39),
    (14, 2, 38);

UPDATE consultation_reader
SET summaries_up_to = (SELECT COALESCE(MAX(id), 0) FROM after_visit_summary),
    notes_up_to     = (SELECT COALESCE(MAX(id), 0) FROM staff_note);

UPDATE image i JOIN message_image p ON p.image_id = i.public_id JOIN message m ON m.id = p.message_id
    JOIN consultation c ON c.id = m.consultation_id SET i.consultation_id = c.public_id;
