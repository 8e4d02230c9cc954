package io.cartpulse.embedded;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

import com.clickhouse.client.api.Client;
import com.clickhouse.client.api.insert.InsertResponse;
import com.clickhouse.client.api.insert.InsertSettings;
import com.clickhouse.data.ClickHouseFormat;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class ClickHouseIntegrationTests {

	@TempDir
	static Path dataDir;

	private static EmbeddedEngines engines;

	private final HttpClient http = HttpClient.newHttpClient();

	@BeforeAll
	static void start() throws SQLException {
		engines = EmbeddedEngines.start(EmbeddedSettings.onFreePorts(dataDir).only(false, false, true), (line) -> {
		});
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create database data_mart");
			statement.execute("create database facts");
			statement.execute("create table data_mart.revenue (day Date, amount Decimal(18, 2)) order by day");
			statement.execute("insert into data_mart.revenue values ('2026-01-01', 10.50), ('2026-01-02', 20)");
			statement.execute("create table facts.orders (id UInt64, note String) order by id");
			statement.execute("insert into facts.orders values (1, 'secret')");
		}
	}

	@AfterAll
	static void stop() {
		engines.close();
	}

	private static Connection owner() throws SQLException {
		return connect(engines.credentials().ownerUser(), engines.credentials().ownerPassword(), "default");
	}

	private static Connection analyst() throws SQLException {
		return connect(engines.credentials().analystUser(), engines.credentials().analystPassword(), "data_mart");
	}

	private static Connection connect(String user, String password, String database) throws SQLException {
		Properties properties = new Properties();
		properties.setProperty("user", user);
		properties.setProperty("password", password);
		return DriverManager.getConnection("jdbc:clickhouse:" + engines.clickHouseUrl() + "/" + database, properties);
	}

	private static Client client() {
		return new Client.Builder().addEndpoint(engines.clickHouseUrl())
			.setUsername(engines.credentials().ownerUser())
			.setPassword(engines.credentials().ownerPassword())
			.build();
	}

	private static long number(Connection connection, String sql) throws SQLException {
		try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
			rows.next();
			return rows.getLong(1);
		}
	}

	private static long count(Statement statement, String sql) throws SQLException {
		long count = 0;
		try (ResultSet rows = statement.executeQuery(sql)) {
			while (rows.next()) {
				count++;
			}
		}
		return count;
	}

	private HttpRequest.Builder request(String query) {
		return HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/" + query))
			.header("X-ClickHouse-User", engines.credentials().ownerUser())
			.header("X-ClickHouse-Key", engines.credentials().ownerPassword());
	}

	private HttpResponse<String> post(String query, String body) throws IOException, InterruptedException {
		return this.http.send(request(query).POST(HttpRequest.BodyPublishers.ofString(body)).build(),
				HttpResponse.BodyHandlers.ofString());
	}

	@Test
	void answersAGoodQueryAfterAFailedOne() throws SQLException {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			for (int i = 0; i < 5; i++) {
				// rows may come before the failure does, so all of them are read
				assertThatThrownBy(
						() -> count(statement, "select number, throwIf(number = 70000, 'enough') from numbers(100000)"))
					.isInstanceOf(SQLException.class);
				assertThat(number(connection, "select 42")).isEqualTo(42);
			}
		}
	}

	@Test
	void errorTextReachesTheDriver() throws SQLException {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.executeQuery("select nosuch from facts.orders"))
				.hasMessageContaining("Code: 47. DB::Exception")
				.hasMessageContaining("nosuch");
			assertThatThrownBy(() -> statement.execute("selec 1")).hasMessageContaining("Code: 62")
				.hasMessageContaining("Syntax error");
		}
	}

	@Test
	void errorCarriesItsCodeInTheHeader() throws IOException, InterruptedException {
		HttpResponse<String> response = post("", "select * from nosuch");
		assertThat(response.statusCode()).isEqualTo(404);
		assertThat(response.headers().firstValue("X-ClickHouse-Exception-Code")).contains("60");
		assertThat(response.body()).startsWith("Code: 60. DB::Exception:");
	}

	@Test
	void streamsMoreRowsThanABlockHolds() throws SQLException {
		String sql = "select number as n, toString(number) as text, toDate('2026-01-01') + number % 7 as day"
				+ " from numbers(250000)";
		try (Connection connection = owner();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql)) {
			long expected = 0;
			while (rows.next()) {
				assertThat(rows.getLong("n")).isEqualTo(expected);
				assertThat(rows.getString("text")).isEqualTo(Long.toString(expected));
				expected++;
			}
			assertThat(expected).isEqualTo(250_000);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "CSVWithNames", "TabSeparatedWithNames", "JSONCompactEachRowWithNames" })
	void headerOfATextFormatComesOnce(String format) throws IOException, InterruptedException {
		List<String> lines = post("", "select number as n from numbers(200000) format " + format).body()
			.lines()
			.toList();
		assertThat(lines).hasSize(200_001);
		assertThat(lines).filteredOn((line) -> line.contains("n")).hasSize(1);
	}

	@Test
	void documentFormatsStayOneDocument() throws IOException, InterruptedException {
		String body = post("?default_format=JSON", "select number as n from numbers(150000)").body();
		assertThat(body).startsWith("{").containsOnlyOnce("\"meta\"").contains("\"rows\": 150000");
	}

	@Test
	void emptyResultKeepsItsColumns() throws SQLException {
		try (Connection connection = owner();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery("select id, note from facts.orders where id = 99")) {
			assertThat(rows.getMetaData().getColumnCount()).isEqualTo(2);
			assertThat(rows.next()).isFalse();
		}
	}

	@Test
	void takesParametersAndSettings() throws IOException, InterruptedException {
		assertThat(post("?param_x=7&param_name=a%27b&max_threads=1",
				"select {x:UInt32} + 1, {name:String}, getSetting('max_threads')")
			.body()).isEqualTo("8\ta\\'b\t1\n");
		HttpResponse<String> unknown = post("?path=/tmp", "select 1");
		assertThat(unknown.statusCode()).isEqualTo(400);
		assertThat(unknown.body()).startsWith("Code: 115.");
	}

	@Test
	void preparedStatementsWork() throws SQLException {
		try (Connection connection = owner();
				PreparedStatement statement = connection
					.prepareStatement("select amount from data_mart.revenue where day = ?")) {
			statement.setObject(1, java.time.LocalDate.parse("2026-01-02"));
			try (ResultSet rows = statement.executeQuery()) {
				assertThat(rows.next()).isTrue();
				assertThat(rows.getBigDecimal(1)).isEqualByComparingTo("20");
			}
		}
	}

	@Test
	void compressesAsTheClientAsks() throws IOException, InterruptedException {
		HttpRequest gzip = request("?enable_http_compression=1&query=select%20number%20from%20numbers(100000)")
			.header("Accept-Encoding", "gzip")
			.build();
		HttpResponse<InputStream> response = this.http.send(gzip, HttpResponse.BodyHandlers.ofInputStream());
		assertThat(response.headers().firstValue("Content-Encoding")).contains("gzip");
		assertThat(new String(new GZIPInputStream(response.body()).readAllBytes(), StandardCharsets.UTF_8).lines())
			.hasSize(100_000);
	}

	@ParameterizedTest
	@ValueSource(strings = { "blocks", "lz4", "plain" })
	void client2InsertsRowBinary(String compression) throws Exception {
		String table = "facts.client2_" + compression;
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create table " + table + " (id UInt64, note String) order by id");
			InsertSettings settings = new InsertSettings().compressClientRequest(!compression.equals("plain"));
			settings.httpHeader("X-Test", "1");
			settings.useHttpCompression(compression.equals("lz4"));
			try (Client client = client();
					InsertResponse response = client
						.insert(table, new ByteArrayInputStream(rowBinary(0, 300_000)), ClickHouseFormat.RowBinary,
								settings)
						.get(60, TimeUnit.SECONDS)) {
				assertThat(response.getWrittenRows()).isEqualTo(300_000);
			}
			assertThat(number(connection, "select count() from " + table)).isEqualTo(300_000);
			assertThat(number(connection, "select sum(id) from " + table)).isEqualTo(300_000L * 299_999 / 2);
		}
	}

	@Test
	void failedInsertSaysWhyAndTheNextOneWorks() throws Exception {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create table facts.fragile (id UInt64) order by id");
			HttpResponse<String> response = post("?query=insert+into+facts.fragile+format+CSV", "1\nnot a number\n");
			assertThat(response.statusCode()).isGreaterThanOrEqualTo(400);
			assertThat(response.body()).startsWith("Code: 117.");
			assertThat(post("?query=insert+into+facts.fragile+format+CSV", "1\n2\n").statusCode()).isEqualTo(200);
			assertThat(number(connection, "select count() from facts.fragile")).isEqualTo(2);
		}
	}

	@Test
	void insertTakesItsRowsFromTheBody() throws Exception {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create table facts.inserted (id UInt64, at DateTime) order by id");
			assertThat(post("", "insert into facts.inserted format TSV\n1\t2026-01-01 00:00:00\n").statusCode())
				.isEqualTo(200);
			assertThat(post("", "insert into facts.inserted values (2, now()), (1 + 2, '2026-01-01 00:00:00')")
				.statusCode()).isEqualTo(200);
			StringBuilder many = new StringBuilder("insert into facts.inserted (id, at) values ");
			for (int i = 0; i < 100_000; i++) {
				many.append("(").append(10 + i).append(", '2026-01-01 00:00:00'),");
			}
			many.setLength(many.length() - 1);
			assertThat(post("", many.toString()).body()).isEmpty();
			assertThat(number(connection, "select count() from facts.inserted")).isEqualTo(100_003);
		}
	}

	@Test
	void insertsAndSelectsRunAtTheSameTime() throws Exception {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create table facts.busy (id UInt64, note String) order by id");
		}
		ExecutorService threads = Executors.newFixedThreadPool(8);
		List<Future<Long>> done = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			int from = i * 100_000;
			done.add(threads.submit(() -> insertTenParts(from)));
			done.add(threads.submit(selects()));
		}
		for (Future<Long> one : done) {
			assertThat(one.get(120, TimeUnit.SECONDS)).isPositive();
		}
		threads.shutdown();
		try (Connection connection = owner()) {
			assertThat(number(connection, "select count() from facts.busy")).isEqualTo(400_000);
			assertThat(number(connection, "select uniqExact(id) from facts.busy")).isEqualTo(400_000);
		}
	}

	private static long insertTenParts(int from) throws Exception {
		long written = 0;
		try (Client client = client()) {
			for (int part = 0; part < 10; part++) {
				byte[] rows = rowBinary(from + part * 10_000, 10_000);
				try (InsertResponse response = client
					.insert("facts.busy", new ByteArrayInputStream(rows), ClickHouseFormat.RowBinary)
					.get(60, TimeUnit.SECONDS)) {
					written += response.getWrittenRows();
				}
			}
		}
		return written;
	}

	private static Callable<Long> selects() {
		return () -> {
			long read = 0;
			try (Connection connection = owner()) {
				for (int i = 0; i < 20; i++) {
					read += number(connection, "select 1 + count() from facts.busy where note like '%7'");
				}
			}
			return read;
		};
	}

	private static byte[] rowBinary(int from, int count) {
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ByteBuffer id = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
		for (int i = from; i < from + count; i++) {
			byte[] note = ("note " + i).getBytes(StandardCharsets.UTF_8);
			bytes.writeBytes(id.putLong(0, i).array());
			bytes.write(note.length);
			bytes.writeBytes(note);
		}
		return bytes.toByteArray();
	}

	@Test
	void wrongPasswordIsRefused() throws Exception {
		assertThatThrownBy(() -> connect("cartpulse", "wrong", "default").createStatement().executeQuery("select 1"))
			.hasMessageContaining("516")
			.hasMessageContaining("Authentication failed");
		assertThatThrownBy(() -> connect("default", "", "default").createStatement().executeQuery("select 1"))
			.hasMessageContaining("516");
		HttpRequest noPassword = HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/?query=select%201"))
			.build();
		HttpResponse<String> response = this.http.send(noPassword, HttpResponse.BodyHandlers.ofString());
		assertThat(response.statusCode()).isEqualTo(401);
		assertThat(response.headers().firstValue("X-ClickHouse-Exception-Code")).contains("516");
	}

	@Test
	void pingNeedsNoPassword() throws Exception {
		HttpRequest ping = HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/ping")).build();
		assertThat(this.http.send(ping, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo("Ok.\n");
	}

	@Test
	void analystReadsTheMarts() throws SQLException {
		try (Connection connection = analyst()) {
			assertThat(number(connection, "select count() from revenue")).isEqualTo(2);
			assertThat(number(connection, "with r as (select * from data_mart.revenue) select count() from r"))
				.isEqualTo(2);
			assertThat(number(connection, "select count() from system.tables where database = 'data_mart'"))
				.isEqualTo(1);
			try (ResultSet tables = connection.getMetaData().getTables(null, "data_mart", null, null)) {
				assertThat(tables.next()).isTrue();
			}
		}
	}

	@ParameterizedTest
	@CsvSource({ "7,7", "121,120", "0,120", "many,120" })
	void analystMayLowerItsTimeOnly(String asked, String seconds) throws Exception {
		String query = "?user=analyst&password=" + engines.credentials().analystPassword() + "&max_execution_time="
				+ asked;
		HttpRequest request = HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/" + query))
			.POST(HttpRequest.BodyPublishers.ofString("select toUInt64(getSetting('max_execution_time'))"))
			.build();
		assertThat(this.http.send(request, HttpResponse.BodyHandlers.ofString()).body()).isEqualTo(seconds + "\n");
	}

	@ParameterizedTest
	@ValueSource(strings = { "insert into data_mart.revenue values ('2026-01-03', 1)",
			"insert into data_mart.revenue select * from data_mart.revenue", "truncate table data_mart.revenue",
			"drop table data_mart.revenue", "create table data_mart.own (a Int8) order by a",
			"alter table data_mart.revenue delete where 1", "set readonly = 0", "select 1 settings readonly = 0",
			"system shutdown" })
	void analystCannotWrite(String sql) throws SQLException {
		try (Connection connection = analyst(); Statement statement = connection.createStatement()) {
			assertThatThrownBy(() -> statement.execute(sql)).isInstanceOf(SQLException.class);
		}
		try (Connection connection = owner()) {
			assertThat(number(connection, "select count() from data_mart.revenue")).isEqualTo(2);
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "select * from file('/etc/passwd', 'LineAsString')", "select file('/etc/passwd')",
			"select * from url('http://127.0.0.1:1/', 'LineAsString')", "select * from facts.orders",
			"select * from `facts`.`orders`", "select count() from data_mart.revenue where 1 in facts.orders",
			"select (select max(note) from facts.orders)", "select * from merge('facts', 'orders')",
			"select 1; select note from facts.orders", "select note from facts.orders format Null",
			"explain select note from facts.orders", "select * from remote('127.0.0.1', facts.orders)",
			"select 1 into outfile '/tmp/cartpulse-stolen'", "select 1 union all select id from facts.orders",
			"select * from view(select * from facts.orders)",
			"with x as (select note from facts.orders) select * from x" })
	void analystCannotReadElsewhere(String sql) throws SQLException {
		String url = "?user=analyst&password=" + engines.credentials().analystPassword();
		try {
			HttpRequest request = HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/" + url))
				.POST(HttpRequest.BodyPublishers.ofString(sql))
				.build();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isGreaterThanOrEqualTo(400);
			assertThat(response.body()).startsWith("Code: ").doesNotContain("secret", "root:");
		}
		catch (IOException | InterruptedException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void analystCannotReadThroughAnIdentifierParameterOrAnotherDatabase() throws Exception {
		String account = "&user=analyst&password=" + engines.credentials().analystPassword();
		for (String query : List.of("?param_t=facts.orders" + account, "?database=facts" + account)) {
			HttpRequest request = HttpRequest.newBuilder(URI.create(engines.clickHouseUrl() + "/" + query))
				.POST(HttpRequest.BodyPublishers
					.ofString(query.contains("param_t") ? "select * from {t:Identifier}" : "select * from orders"))
				.build();
			HttpResponse<String> response = this.http.send(request, HttpResponse.BodyHandlers.ofString());
			assertThat(response.statusCode()).as(response.body()).isGreaterThanOrEqualTo(400);
			assertThat(response.body()).doesNotContain("secret");
		}
	}

	@Test
	void statementsOfTheMartsWork() throws SQLException {
		try (Connection connection = owner(); Statement statement = connection.createStatement()) {
			statement.execute("create table facts.a (d Date, v UInt8) engine = MergeTree partition by d order by v");
			statement.execute("create table facts.b as facts.a");
			statement.execute("insert into facts.b select toDate('2026-01-01'), number from numbers(10)");
			statement.execute("alter table facts.a replace partition '2026-01-01' from facts.b");
			statement.execute("exchange tables facts.a and facts.b");
			assertThat(number(connection, "select sum(v) from facts.a")).isEqualTo(45);
		}
	}

	@Test
	void brokenResultIsNotTakenForAWholeOne() {
		HttpRequest request = request("")
			.POST(HttpRequest.BodyPublishers.ofString(
					"select number, throwIf(number = 900000, 'enough') from numbers(1000000) settings max_threads = 1"))
			.build();
		assertThatThrownBy(() -> this.http.send(request, HttpResponse.BodyHandlers.ofString()))
			.isInstanceOf(IOException.class);
	}

}
