package io.cartpulse.command;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Properties;

/**
 * Remembers the demo's shop between starts, in the data folder.
 *
 * @param path the file
 */
record DemoShopFile(Path path) {

	private static final String OPENING = "opening";

	private static final String TRADED_UNTIL = "traded-until";

	static DemoShopFile in(String dataDir) {
		return new DemoShopFile(Path.of(dataDir).resolve("demo-shop.properties"));
	}

	/** The shop of an earlier demo, if there was one. */
	Optional<DemoShop> read() {
		if (!Files.exists(this.path)) {
			return Optional.empty();
		}
		Properties kept = new Properties();
		try (Reader reader = Files.newBufferedReader(this.path)) {
			kept.load(reader);
			return Optional.of(new DemoShop(LocalDate.parse(kept.getProperty(OPENING, "")),
					Instant.parse(kept.getProperty(TRADED_UNTIL, "")), this));
		}
		catch (IOException | DateTimeException | IllegalArgumentException ex) {
			throw new UsageException(
					this.path + " cannot be read (" + ex.getMessage() + "): choose another folder with --data-dir DIR");
		}
	}

	/** Keeps a shop; a kill in between leaves the older state. */
	void write(DemoShop shop) {
		Properties state = new Properties();
		state.setProperty(OPENING, shop.opening().toString());
		state.setProperty(TRADED_UNTIL, shop.tradedUntil().toString());
		Path draft = this.path.resolveSibling(this.path.getFileName() + ".new");
		try {
			Files.createDirectories(this.path.toAbsolutePath().getParent());
			try (Writer writer = Files.newBufferedWriter(draft)) {
				state.store(writer, "The demo's shop: simulated since its opening, published until then.");
			}
			Files.move(draft, this.path, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
