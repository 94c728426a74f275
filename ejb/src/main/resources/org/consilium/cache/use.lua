-- Counts one use against a limit, or tells how long to wait, by the generic cell rate algorithm (ITU-T I.371, annex A).
-- KEYS: the limit for one subject: the time in µs when all that was used is free again
-- ARGV: how many uses, in how many µs
-- Returns 0 when the use is counted, else the ms to wait: nothing is counted
local period = tonumber(ARGV[2])
local interval = math.floor(period / tonumber(ARGV[1]))
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local free = math.max(tonumber(redis.call('GET', KEYS[1]) or '0'), now) + interval
local early = free - now - period
if early > 0 then
  return math.ceil(early / 1000)
end
redis.call('SET', KEYS[1], string.format('%.0f', free), 'PX', string.format('%.0f', math.ceil((free - now) / 1000)))
return 0
