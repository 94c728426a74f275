-- Releases or renews a lease. KEYS: lease. ARGV: its token, new TTL in ms or '0' to release it. Returns 1 if it was held.
if redis.call('GET', KEYS[1]) ~= ARGV[1] then
  return 0
end
if ARGV[2] == '0' then
  return redis.call('DEL', KEYS[1])
end
return redis.call('PEXPIRE', KEYS[1], ARGV[2])
