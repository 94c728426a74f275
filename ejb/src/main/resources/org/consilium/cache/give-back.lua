-- Takes back one use that was counted.
-- KEYS and ARGV: as for the use
-- Returns 0
local free = redis.call('GET', KEYS[1])
if not free then
  return 0
end
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local left = tonumber(free) - math.floor(tonumber(ARGV[2]) / tonumber(ARGV[1])) - now
if left > 0 then
  redis.call('SET', KEYS[1], string.format('%.0f', now + left), 'PX', string.format('%.0f', math.ceil(left / 1000)))
else
  redis.call('DEL', KEYS[1])
end
return 0
