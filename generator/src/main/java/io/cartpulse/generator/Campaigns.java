package io.cartpulse.generator;

import java.util.List;

/**
 * The simulated shop's campaigns: a sample table.
 */
final class Campaigns {

	private static final List<Campaign> ALL = SampleTable.read("sample-campaigns.csv")
		.stream()
		.map(Campaign::of)
		.toList();

	private Campaigns() {
	}

	/**
	 * The campaigns that run on a day of the shop's life, the weightier the more often
	 * seen.
	 */
	static Weighted<Campaign> runningOn(long shopDay) {
		return new Weighted<>(ALL.stream().filter((campaign) -> campaign.runsOn(shopDay)).toList(), Campaign::weight);
	}

	/**
	 * A campaign.
	 */
	record Campaign(String id, String name, String channel, double weight, int cycleDays, int runDays, int offsetDays) {

		private static Campaign of(String[] row) {
			return new Campaign(row[0], row[1], row[2], Double.parseDouble(row[3]), Integer.parseInt(row[4]),
					Integer.parseInt(row[5]), Integer.parseInt(row[6]));
		}

		boolean runsOn(long shopDay) {
			return Math.floorMod(shopDay - this.offsetDays, this.cycleDays) < this.runDays;
		}

	}

}
