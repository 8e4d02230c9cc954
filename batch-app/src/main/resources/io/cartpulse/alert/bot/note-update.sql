-- Notes a message, unless it or a later one was noted before.
-- Grain: one row at most. Reads nothing. Writes etl.chat_bot.
-- Rerun: changes nothing. Parameters: number.
update etl.chat_bot
set last_update = :number
where last_update < :number
