-- Writes the changes of a request, if its lease is still valid.
-- KEYS: session, lease
-- ARGV: token of the lease, version that was loaded ('': a new session), '1' to release the lease, TTL of the lease in ms,
--       when the session began ('0': now), ms without use after which it expires ('0' or less: never), lifetime of a session
--       in ms, grace in ms, number of the following arguments with values: 'v', new version, field, value, ...; then the
--       fields to remove
-- Returns 1 if saved, 0 if the session has ended in the meantime, -1 if another request has written since
local last = redis.call('HGET', KEYS[1], 'v')
local holder = redis.call('GET', KEYS[2])
if ARGV[2] ~= '' then
  if not last then
    return 0
  end
  if last == ARGV[11] then
    return 1 -- sent again, as the answer to the first was lost
  end
  if holder ~= ARGV[1] and (holder or last ~= ARGV[2]) then
    return -1
  end
end
local time = redis.call('TIME')
local now = time[1] * 1000 + math.floor(time[2] / 1000)
local began = ARGV[5] == '0' and now or tonumber(ARGV[5])
if ARGV[2] == '' then
  redis.call('HSET', KEYS[1], 'a', string.format('%.0f', now), 's', string.format('%.0f', began))
elseif ARGV[5] == '0' then
  redis.call('HSET', KEYS[1], 's', string.format('%.0f', began))
end
local values = 9 + ARGV[9]
redis.call('HSET', KEYS[1], unpack(ARGV, 10, values))
if #ARGV > values then
  redis.call('HDEL', KEYS[1], unpack(ARGV, values + 1, #ARGV))
end
local left = began + ARGV[7] - now
local most = tonumber(ARGV[6])
if most > 0 then
  left = math.min(most, left)
end
redis.call('PEXPIRE', KEYS[1], string.format('%.0f', left + ARGV[8]))
if ARGV[3] ~= '1' then
  redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[4])
elseif holder == ARGV[1] then
  redis.call('DEL', KEYS[2])
end
return 1
