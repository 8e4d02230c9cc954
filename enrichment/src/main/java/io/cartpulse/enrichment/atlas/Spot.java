package io.cartpulse.enrichment.atlas;

/**
 * A city as a point of the unit sphere, where distances have no seams.
 *
 * @param city the city
 * @param x towards 0°N 0°E
 * @param y towards 0°N 90°E
 * @param z towards the North Pole
 */
record Spot(City city, double x, double y, double z) {

	static final double EARTH_RADIUS_KM = 6371.0;

	Spot(City city) {
		this(city, Math.cos(Math.toRadians(city.lat())) * Math.cos(Math.toRadians(city.lon())),
				Math.cos(Math.toRadians(city.lat())) * Math.sin(Math.toRadians(city.lon())),
				Math.sin(Math.toRadians(city.lat())));
	}

	/**
	 * From a point of the unit sphere, straight through the earth: shorter than along the
	 * surface by 13 cm in 50 km.
	 */
	double distanceKm(double toX, double toY, double toZ) {
		double dx = this.x - toX;
		double dy = this.y - toY;
		double dz = this.z - toZ;
		return EARTH_RADIUS_KM * Math.sqrt(dx * dx + dy * dy + dz * dz);
	}

}
