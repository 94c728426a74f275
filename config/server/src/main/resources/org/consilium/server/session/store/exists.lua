-- Tells whether a session exists. KEYS: session. Returns 1 or 0.
return redis.call('EXISTS', KEYS[1])
