-- Reads a session and notes its use; with a token, also takes the lease on it.
-- KEYS: session, lease
-- ARGV: token of the lease or '', TTL of the lease in ms, age in ms from which the time of the last use is updated
--       (-1: never), lifetime of a session in ms, grace in ms
-- Returns {} if there is no such session, {'busy'} if another request has the lease, else field, value, ..., the time in ms
local use = redis.call('HMGET', KEYS[1], 'a', 'm', 's', 'c')
if not use[1] then
  return {}
end
if ARGV[1] ~= '' then
  local holder = redis.call('GET', KEYS[2])
  if holder and holder ~= ARGV[1] then
    return {'busy'}
  end
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
end
local fields = redis.call('HGETALL', KEYS[1])
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local idle = now - use[1]
local most = use[2] * 1000
local left = (use[3] or use[4] or 0) + ARGV[4] - now
local often = tonumber(ARGV[3])
if often >= 0 and idle >= math.min(often, math.abs(most) / 10) and (most <= 0 or idle < most) and left > 0 then
  redis.call('HSET', KEYS[1], 'a', string.format('%.0f', now))
  if most > 0 then
    redis.call('PEXPIRE', KEYS[1], string.format('%.0f', math.min(most, left) + ARGV[5]))
  end
end
fields[#fields + 1] = string.format('%.0f', now)
return fields
