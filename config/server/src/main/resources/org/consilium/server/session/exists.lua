-- Whether there is a session. KEYS: the session. Returns 1 if there is one.
return redis.call('EXISTS', KEYS[1])
