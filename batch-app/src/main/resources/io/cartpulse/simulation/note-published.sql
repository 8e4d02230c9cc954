-- Notes up to when the simulated shop's messages are published.
-- Grain: one row. Reads nothing. Writes etl.simulated_shop.
-- Rerun: never goes back. Parameters: publishedUntil.
update etl.simulated_shop
set published_until = greatest(published_until, :publishedUntil)
