-- Writes the changes of a request, if its lease is still valid.
-- KEYS: session, lease
-- ARGV: token of the lease, version that was loaded ('': a new session), '1' to release the lease, TTL of the lease in ms,
--       TTL of the session in ms (-1: none), number of the following arguments with values: 'v', new version, field, value, ...;
--       then the fields to remove
-- Returns 1 if saved, 0 if the session has ended in the meantime, -1 if another request has written since
local last = redis.call('HGET', KEYS[1], 'v')
local holder = redis.call('GET', KEYS[2])
if ARGV[2] ~= '' then
  if not last then
    return 0
  end
  if last == ARGV[8] then
    return 1 -- sent again, as the answer to the first was lost
  end
  if holder ~= ARGV[1] and (holder or last ~= ARGV[2]) then
    return -1
  end
else
  local time = redis.call('TIME')
  local now = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
  redis.call('HSET', KEYS[1], 'a', now, 's', now)
end
local values = 6 + ARGV[6]
redis.call('HSET', KEYS[1], unpack(ARGV, 7, values))
if #ARGV > values then
  redis.call('HDEL', KEYS[1], unpack(ARGV, values + 1, #ARGV))
end
if ARGV[5] == '-1' then
  redis.call('PERSIST', KEYS[1])
else
  redis.call('PEXPIRE', KEYS[1], ARGV[5])
end
if ARGV[3] ~= '1' then
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[4])
elseif holder == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
return 1
