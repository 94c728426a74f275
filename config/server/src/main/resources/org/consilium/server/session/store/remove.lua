-- Ends a session, even if it is in use. KEYS: session, lease. ARGV: token of the lease or ''. Returns 1 if there was one.
local removed = redis.call('DEL', KEYS[1])
if redis.call('GET', KEYS[2]) == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
return removed
