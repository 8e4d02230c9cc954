-- The simulated shop.
-- Grain: one row at most. Reads etl.simulated_shop. Writes nothing.
-- Rerun: as the shop goes on. Parameters: none.
select opening_date, published_until
from etl.simulated_shop
