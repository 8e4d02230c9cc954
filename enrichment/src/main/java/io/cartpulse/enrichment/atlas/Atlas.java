package io.cartpulse.enrichment.atlas;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.index.kdtree.KdTree;

/**
 * Finds the city of a point, in a k-d tree of the world's cities. A point within the
 * reach of cities belongs to the one in which it lies most centrally, so that the Eiffel
 * Tower is in Paris though the centre of a suburb is nearer; any other to the city whose
 * edge is nearest.
 */
public final class Atlas {

	/** Stands beside every value from here. */
	public static final String SOURCE = "atlas";

	/** From a city's centre to the farthest point that is still said to be there. */
	public static final double DEFAULT_MAX_DISTANCE_KM = 50;

	/** A tree built in the order of the file would be a list. */
	private static final long SHUFFLE_SEED = 1;

	private final KdTree tree = new KdTree();

	private final double maxDistanceKm;

	private Atlas(List<City> cities, double maxDistanceKm) {
		this.maxDistanceKm = maxDistanceKm;
		List<City> shuffled = new ArrayList<>(cities);
		Collections.shuffle(shuffled, new Random(SHUFFLE_SEED));
		shuffled.forEach((city) -> this.tree.insert(new Coordinate(city.lon(), city.lat()), new Spot(city)));
	}

	/**
	 * Reads the cities; takes a moment, so keep the atlas.
	 */
	public static Atlas load() {
		return load(DEFAULT_MAX_DISTANCE_KM);
	}

	/**
	 * Reads the cities.
	 * @param maxDistanceKm a point farther from the centres of all cities has none
	 */
	public static Atlas load(double maxDistanceKm) {
		return new Atlas(AtlasFile.cities(), maxDistanceKm);
	}

	/**
	 * The city of a point.
	 * @param lat degrees north
	 * @param lon degrees east
	 * @return null when no city is near: an ocean, a desert, a pole
	 */
	public @Nullable City cityAt(double lat, double lon) {
		double reach = Math.toDegrees(this.maxDistanceKm / Spot.EARTH_RADIUS_KM);
		NearestSpot nearest = new NearestSpot(lat, lon, this.maxDistanceKm);
		double south = Math.max(-90, lat - reach);
		double north = Math.min(90, lat + reach);
		if (lat - reach <= -90 || lat + reach >= 90) {
			visit(nearest, south, north, -180, 180);
			return nearest.city();
		}
		double width = Math.toDegrees(Math.asin(Math.sin(Math.toRadians(reach)) / Math.cos(Math.toRadians(lat))));
		visit(nearest, south, north, lon - width, lon + width);
		if (lon - width < -180) {
			visit(nearest, south, north, lon - width + 360, 180);
		}
		if (lon + width > 180) {
			visit(nearest, south, north, -180, lon + width - 360);
		}
		return nearest.city();
	}

	/** How many cities there are. */
	public int size() {
		return this.tree.size();
	}

	private void visit(NearestSpot nearest, double south, double north, double west, double east) {
		this.tree.query(new Envelope(west, east, south, north), nearest);
	}

}
