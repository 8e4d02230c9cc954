package io.cartpulse.dds;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import io.cartpulse.source.ReadingSettings;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.PositiveOrZero;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How RAW is read into DDS. All but the chunk size change what the tables hold, so a
 * change takes effect by {@code raw-to-dds mode=rebuild}.
 *
 * @param chunkSize RAW rows in one transaction; unset: 5000
 * @param placeholders texts that mean "absent", in lower case; unset: the trackers' usual
 * ones
 * @param futureTolerance how far a time may lie after its Kafka timestamp; unset: 24
 * hours
 * @param earliest the earliest time believed; unset: 2000-01-01
 * @param campaignCost what a campaign event costs that does not say so; unset: 0.10 a
 * view, 0.30 a click, 1.00 a conversion
 */
@Validated
@ConfigurationProperties("cartpulse.dds")
record DdsSettings(@DefaultValue("5000") @Min(1) @Max(100_000) int chunkSize, @Nullable Set<String> placeholders,
		@Nullable Duration futureTolerance, @Nullable Instant earliest,
		@DefaultValue @Valid CampaignCost campaignCost) {

	/** The reading rules with these settings. */
	ReadingSettings reading() {
		ReadingSettings defaults = ReadingSettings.defaults();
		return new ReadingSettings((this.placeholders != null) ? this.placeholders : defaults.placeholders(),
				(this.futureTolerance != null) ? this.futureTolerance : defaults.futureTolerance(),
				(this.earliest != null) ? this.earliest : defaults.earliest());
	}

	/** Tells whether two settings make the same tables of the same rows. */
	String digest() {
		return reading().digest() + " " + this.campaignCost;
	}

	/**
	 * What a campaign event costs that does not say so, in US dollars.
	 *
	 * @param view a view; unset: 0.10
	 * @param click a click; unset: 0.30
	 * @param conversion a conversion; unset: 1.00
	 */
	record CampaignCost(@DefaultValue("0.10") @PositiveOrZero BigDecimal view,
			@DefaultValue("0.30") @PositiveOrZero BigDecimal click,
			@DefaultValue("1.00") @PositiveOrZero BigDecimal conversion) {

		BigDecimal of(@Nullable String action) {
			return switch (String.valueOf(action)) {
				case "view" -> this.view;
				case "click" -> this.click;
				default -> this.conversion;
			};
		}

	}

}
