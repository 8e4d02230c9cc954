package io.cartpulse.enrichment.atlas;

import org.jspecify.annotations.Nullable;
import org.locationtech.jts.index.kdtree.KdNode;
import org.locationtech.jts.index.kdtree.KdNodeVisitor;

/**
 * Keeps the best of the cities it is shown for a point.
 */
final class NearestSpot implements KdNodeVisitor {

	private final double x;

	private final double y;

	private final double z;

	private final double maxDistanceKm;

	private @Nullable City best;

	private double bestRank = Double.POSITIVE_INFINITY;

	NearestSpot(double lat, double lon, double maxDistanceKm) {
		double across = Math.cos(Math.toRadians(lat));
		this.x = across * Math.cos(Math.toRadians(lon));
		this.y = across * Math.sin(Math.toRadians(lon));
		this.z = Math.sin(Math.toRadians(lat));
		this.maxDistanceKm = maxDistanceKm;
	}

	@Override
	public void visit(KdNode node) {
		consider((Spot) node.getData());
	}

	void consider(Spot spot) {
		double distance = spot.distanceKm(this.x, this.y, this.z);
		double rank = rank(distance, spot.city().reachKm());
		if (distance <= this.maxDistanceKm && rank < this.bestRank) {
			this.bestRank = rank;
			this.best = spot.city();
		}
	}

	@Nullable City city() {
		return this.best;
	}

	/**
	 * Below zero within the city's reach, the less the more central; else the distance to
	 * its edge.
	 */
	private static double rank(double distance, double reach) {
		return (distance <= reach) ? distance / reach - 1 : distance - reach;
	}

}
