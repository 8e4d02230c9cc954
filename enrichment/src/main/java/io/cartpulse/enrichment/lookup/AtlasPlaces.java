package io.cartpulse.enrichment.lookup;

import io.cartpulse.enrichment.Coordinates;
import io.cartpulse.enrichment.Place;
import io.cartpulse.enrichment.atlas.Atlas;
import io.cartpulse.enrichment.atlas.City;
import org.jspecify.annotations.Nullable;

/**
 * Places from the atlas, which is read at the first look-up.
 */
final class AtlasPlaces implements LocalSource<Coordinates, Place> {

	private final double maxDistanceKm;

	private volatile @Nullable Atlas atlas;

	AtlasPlaces(double maxDistanceKm) {
		this.maxDistanceKm = maxDistanceKm;
	}

	@Override
	public String name() {
		return Atlas.SOURCE;
	}

	@Override
	public @Nullable Place answer(Coordinates at) {
		City city = atlas().cityAt(at.lat().doubleValue(), at.lon().doubleValue());
		return (city != null) ? city.place() : null;
	}

	private Atlas atlas() {
		Atlas loaded = this.atlas;
		return (loaded != null) ? loaded : load();
	}

	private synchronized Atlas load() {
		Atlas loaded = this.atlas;
		if (loaded == null) {
			loaded = Atlas.load(this.maxDistanceKm);
			this.atlas = loaded;
		}
		return loaded;
	}

}
