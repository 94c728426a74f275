-- Ends a session, even if it is in use. KEYS: session.
-- Returns {} if there is no such session, else field, value, ..., the time in ms
local fields = redis.call('HGETALL', KEYS[1])
if #fields == 0 then
  return {}
end
redis.call('DEL', KEYS[1])
local time = redis.call('TIME')
fields[#fields + 1] = string.format('%.0f', time[1] * 1000 + math.floor(time[2] / 1000))
return fields
