-- Why: photos that come with a form wait for the same check as all others; there is no status PENDING any longer.
-- What a node that died has left in it is discarded, and the sweep removes its objects.

UPDATE image
SET status = 'DISCARDED', version = version + 1
WHERE status = 'PENDING' AND created_at < UTC_TIMESTAMP() - INTERVAL 1 HOUR;
