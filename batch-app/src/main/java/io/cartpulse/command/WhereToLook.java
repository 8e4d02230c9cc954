package io.cartpulse.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.cartpulse.observe.ServerAddress;
import io.cartpulse.terminal.TextTable;

/**
 * Addresses and commands to go on with; passwords are named by their file only.
 */
final class WhereToLook {

	private static final Pattern POSTGRES = Pattern.compile("jdbc:postgresql://([^:/]+):?(\\d*)/([^?]*).*");

	private final UnaryOperator<String> property;

	private final boolean staysUp;

	/**
	 * Makes the text.
	 * @param property gives the value of a property
	 * @param staysUp whether the engines go on running
	 */
	WhereToLook(UnaryOperator<String> property, boolean staysUp) {
		this.property = property;
		this.staysUp = staysUp;
	}

	List<String> lines() {
		TextTable table = new TextTable("what", "how");
		if (this.staysUp) {
			table.row("console", address() + "/ " + who());
			table.row("API", address() + "/api/v1, described by " + address() + "/api/v1/openapi.json");
		}
		table.row("PostgreSQL", postgres());
		table.row("ClickHouse", "curl '" + value("cartpulse.clickhouse.url")
				+ "/?user=analyst&password=...' --data-binary 'select * from data_mart.daily_business_summary'");
		table.row("passwords", path(value("cartpulse.data-dir"), "credentials.properties"));
		table.row("log", path(value("logging.file.name")));
		table.row("next", this.staysUp ? "Ctrl-C stops everything; the data stays"
				: "./cartpulse up keeps the engines running; ./cartpulse help says what else there is");
		List<String> lines = new ArrayList<>(table.lines());
		lines.set(0, "Where to look further");
		if (!this.staysUp) {
			lines.add("  PostgreSQL and ClickHouse answer while ./cartpulse up runs.");
		}
		return lines;
	}

	private String address() {
		return ServerAddress.of(this.property::apply);
	}

	private String who() {
		return value("cartpulse.security.users[0].name").isEmpty()
				? "(user admin; its password is admin.password in the file of passwords)"
				: "(users of cartpulse.security.users)";
	}

	private String postgres() {
		String url = value("spring.datasource.url");
		Matcher matcher = POSTGRES.matcher(url);
		if (!matcher.matches()) {
			return url;
		}
		String port = matcher.group(2).isEmpty() ? "5432" : matcher.group(2);
		return "psql -h " + matcher.group(1) + " -p " + port + " -U analyst " + matcher.group(3);
	}

	private String value(String name) {
		return this.property.apply(name);
	}

	private static String path(String first, String... more) {
		return Path.of(first, more).toAbsolutePath().normalize().toString();
	}

}
