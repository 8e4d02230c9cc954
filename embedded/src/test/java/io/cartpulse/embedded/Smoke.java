package io.cartpulse.embedded;

import java.nio.file.Path;
import java.sql.*;
import java.util.*;

class Smoke {

	public static void main(String[] a) throws Exception {
		try {
			run(a);
		}
		catch (Throwable x) {
			x.printStackTrace();
			Runtime.getRuntime().halt(1);
		}
	}

	static void run(String[] a) throws Exception {
		long t = System.nanoTime();
		EmbeddedSettings s = a.length > 1 ? EmbeddedSettings.defaults(Path.of(a[0]))
				: EmbeddedSettings.onFreePorts(Path.of(a[0]));
		EmbeddedEngines e = EmbeddedEngines.start(s, System.out::println);
		System.out.println("all up ms " + (System.nanoTime() - t) / 1000000 + " " + e.postgresUrl() + " "
				+ e.kafkaBootstrapServers() + " " + e.clickHouseUrl() + " " + e.credentials().ownerPassword());
		Properties p = new Properties();
		p.put("user", e.credentials().ownerUser());
		p.put("password", e.credentials().ownerPassword());
		try (Connection c = DriverManager.getConnection(e.postgresUrl(), p);
				ResultSet r = c.createStatement()
					.executeQuery("select version(), current_user, current_setting('fsync')")) {
			r.next();
			System.out.println(r.getString(1) + r.getString(2) + r.getString(3));
		}
		try (Connection c = DriverManager.getConnection("jdbc:clickhouse:" + e.clickHouseUrl() + "/default", p)) {
			c.createStatement()
				.execute("create table if not exists t (a UInt32, s String) engine MergeTree order by a");
			c.createStatement().execute("insert into t values (1, 'x'), (2, 'y')");
			try (ResultSet r = c.createStatement().executeQuery("select count(), max(s) from t")) {
				r.next();
				System.out.println(r.getLong(1) + r.getString(2));
			}
			try {
				c.createStatement().executeQuery("select nosuch from t");
			}
			catch (SQLException x) {
				System.out.println("ERR " + x.getMessage());
			}
		}
		if (a.length > 1) {
			System.in.read();
		}
		t = System.nanoTime();
		e.close();
		System.out.println("closed ms " + (System.nanoTime() - t) / 1000000);
	}

}
