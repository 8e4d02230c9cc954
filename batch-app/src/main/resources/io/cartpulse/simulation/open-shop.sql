-- Opens a simulated shop where there is none.
-- Grain: one row. Reads nothing. Writes etl.simulated_shop.
-- Rerun: changes nothing. Parameters: opening, publishedUntil.
insert into etl.simulated_shop (opening_date, published_until)
values (:opening, :publishedUntil)
on conflict do nothing
