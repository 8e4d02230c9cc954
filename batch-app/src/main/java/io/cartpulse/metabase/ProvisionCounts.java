package io.cartpulse.metabase;

/**
 * What a run did to cards and dashboards.
 */
final class ProvisionCounts {

	private int created;

	private int updated;

	private int unchanged;

	private int archived;

	void created() {
		this.created++;
	}

	void updated() {
		this.updated++;
	}

	void unchanged() {
		this.unchanged++;
	}

	void archived() {
		this.archived++;
	}

	@Override
	public String toString() {
		return this.created + " created, " + this.updated + " updated, " + this.archived + " archived, "
				+ this.unchanged + " unchanged";
	}

}
