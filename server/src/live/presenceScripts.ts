// What Redis does in one step. All times are its own: the nodes' clocks may be hours apart.
// Keys of a group: here (person and node, a set), nodes (by the time at which each is forgotten), feed (stays by the
// version at which they last changed), typing (by the time at which each is forgotten), meta (epoch, version, from
// which version on the feed is whole, when it began).

const now = `
  local time = redis.call('TIME')
  local now = time[1] * 1000 + math.floor(time[2] / 1000)
`;

/** A feed longer than this is cut: whoever is further behind reads all. */
const FEED = 1_000;

/**
 * ARGV: node, how long it lives, an epoch in case that there is none, epoch and version known, whether all of the
 * node's people are told, how many have come, they, those who left. Answers nothing when the node has been forgotten,
 * so that it tells all its people.
 */
export const lookScript = `
  local here, nodes, feed, typing, meta = KEYS[1], KEYS[2], KEYS[3], KEYS[4], KEYS[5]
  local node, ttl, whole, came = ARGV[1], tonumber(ARGV[2]), ARGV[6] == '1', tonumber(ARGV[7])
  ${now}
  if not whole and not redis.call('ZSCORE', nodes, node) then return false end
  if redis.call('EXISTS', meta) == 0 then
    redis.call('HSET', meta, 'epoch', ARGV[3], 'version', 0, 'floor', 0, 'since', now)
  end
  local version = tonumber(redis.call('HGET', meta, 'version'))
  local before = version
  local function changed(stay)
    version = version + 1
    redis.call('ZADD', feed, version, stay)
  end
  local gone = redis.call('ZRANGEBYSCORE', nodes, '-inf', now)
  if #gone > 0 then redis.call('ZREM', nodes, unpack(gone)) end
  redis.call('ZADD', nodes, now + ttl, node)
  if whole or #gone > 0 then
    local known = {}
    for _, each in ipairs(redis.call('ZRANGE', nodes, 0, -1)) do known[each] = true end
    if whole then known[node] = false end
    local told = {}
    for i = 8, 7 + came do told[ARGV[i] .. ' ' .. node] = true end
    for _, stay in ipairs(redis.call('SMEMBERS', here)) do
      if not known[string.match(stay, ' (.*)$')] and not told[stay] then
        redis.call('SREM', here, stay)
        changed(stay)
      end
    end
  end
  for i = 8, #ARGV do
    local stay = ARGV[i] .. ' ' .. node
    if redis.call(i < 8 + came and 'SADD' or 'SREM', here, stay) == 1 then changed(stay) end
  end
  local over = redis.call('ZCARD', feed) - ${FEED}
  if over > 0 then
    local last = redis.call('ZRANGE', feed, over - 1, over - 1, 'WITHSCORES')
    redis.call('HSET', meta, 'floor', last[2])
    redis.call('ZREMRANGEBYRANK', feed, 0, over - 1)
  end
  if version > before then redis.call('HSET', meta, 'version', version) end
  for i = 1, 5 do redis.call('PEXPIRE', KEYS[i], 2 * ttl) end
  local about = redis.call('HMGET', meta, 'epoch', 'floor', 'since')
  local follows = about[1] == ARGV[4] and tonumber(ARGV[5]) >= tonumber(about[2])
  local stays = {}
  if follows then
    for i, stay in ipairs(redis.call('ZRANGEBYSCORE', feed, '(' .. ARGV[5], '+inf')) do
      stays[i] = (redis.call('SISMEMBER', here, stay) == 1 and '+' or '-') .. stay
    end
  else
    for i, stay in ipairs(redis.call('SMEMBERS', here)) do stays[i] = '+' .. stay end
  end
  redis.call('ZREMRANGEBYSCORE', typing, '-inf', now)
  local writing = redis.call('ZRANGE', typing, 0, 99, 'WITHSCORES')
  for i = 2, #writing, 2 do writing[i] = tonumber(writing[i]) - now end
  return { about[1], version, now - about[3], follows and 0 or 1, stays, writing }
`;

/** KEYS: typing, meta. ARGV: thread and person, how long. Nobody hears of it where nobody has the group open. */
export const typingScript = `
  ${now}
  local ttl = tonumber(ARGV[2])
  if redis.call('EXISTS', KEYS[2]) == 0 then return end
  if ttl > 0 then redis.call('ZADD', KEYS[1], now + ttl, ARGV[1])
  elseif redis.call('ZREM', KEYS[1], ARGV[1]) == 0 then return end
  redis.call('PEXPIRE', KEYS[1], 30000)
  redis.call('HINCRBY', KEYS[2], 'version', 1)
`;
